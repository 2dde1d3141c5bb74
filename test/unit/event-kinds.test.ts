import { describe, expect, it } from 'vitest';
import { EVENT_KINDS, type EventKind, timelineKinds } from '../../src/domain/event.ts';
import { KIND_SCOPES, OPERATION_KINDS, visibleKinds } from '../../src/operations/event-kinds.ts';
import { SCOPES } from '../../src/operations/scope.ts';
import { BASIC, PRO, schedule } from '../support/schedules.ts';

const [JAN, MAR, APR, MAY, JUN] = ['2026-01-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01'];
const january = schedule('a', JAN, MAY, BASIC);

describe('a change of a timeline', () => {
  it.each<[string, Parameters<typeof timelineKinds>, readonly EventKind[]]>([
    ['a first schedule is added, which closes no gap', [[], [january]], ['SCHEDULE_ADDED']],
    ['the last schedule is removed, which opens no gap', [[january], []], ['SCHEDULE_REMOVED']],
    ['a schedule ends earlier', [[january], [schedule('a', JAN, MAR, BASIC)]], ['SCHEDULE_PERIOD_CHANGED']],
    ['a schedule has another plan', [[january], [schedule('a', JAN, MAY, PRO)]], ['PLAN_CHANGED']],
    [
      'a schedule is added after a pause',
      [[schedule('a', JAN, MAR, BASIC)], [schedule('a', JAN, MAR, BASIC), schedule('b', APR, MAY, PRO)]],
      ['SCHEDULE_ADDED', 'GAP_OPENED'],
    ],
    [
      'a schedule is cut in two',
      [[january], [schedule('a', JAN, MAR, BASIC), schedule('b', APR, MAY, BASIC)]],
      ['SCHEDULE_ADDED', 'SCHEDULE_PERIOD_CHANGED', 'GAP_OPENED'],
    ],
    [
      'a pause is filled',
      [
        [schedule('a', JAN, MAR, BASIC), schedule('b', APR, MAY, PRO)],
        [schedule('a', JAN, APR, BASIC), schedule('b', APR, MAY, PRO)],
      ],
      ['SCHEDULE_PERIOD_CHANGED', 'GAP_CLOSED'],
    ],
    [
      'a pause becomes shorter, which closes a part of it and opens none',
      [
        [schedule('a', JAN, MAR, BASIC), schedule('b', MAY, JUN, PRO)],
        [schedule('a', JAN, APR, BASIC), schedule('b', MAY, JUN, PRO)],
      ],
      ['SCHEDULE_PERIOD_CHANGED', 'GAP_CLOSED'],
    ],
    [
      'what comes after a pause is removed, which fills nothing',
      [[schedule('a', JAN, MAR, BASIC), schedule('b', APR, MAY, PRO)], [schedule('a', JAN, MAR, BASIC)]],
      ['SCHEDULE_REMOVED'],
    ],
  ])('has these kinds if %s', (_title, [before, after], kinds) => {
    expect(timelineKinds(before, after)).toEqual(['TIMELINE_CHANGED', ...kinds]);
  });
});

describe('the kinds of events', () => {
  it('are each the kind of some operation or of the active timeline', () => {
    const facts = [true, false].flatMap((movesTimeline) =>
      ['lic.00000000000.00000', 'job.00000000000.00000'].flatMap((id) =>
        ['PROPOSAL_APPROVED', 'PROPOSAL_DECLINED'].map((status) => ({ movesTimeline, entities: [id], after: { status } })),
      ),
    );
    const known = new Set<EventKind>(
      Object.values(OPERATION_KINDS).flatMap((kinds) =>
        typeof kinds === 'function' ? facts.flatMap((each) => [...kinds(each)]) : [...kinds],
      ),
    );
    const ofTimelines = EVENT_KINDS.filter((kind) => /^(TIMELINE|SCHEDULE|GAP|PLAN)S?_/.test(kind));
    expect(EVENT_KINDS.filter((kind) => !known.has(kind) && !ofTimelines.includes(kind))).toEqual([]);
  });

  it('are seen with the scope that reads what changed, and all of them with every scope', () => {
    expect(visibleKinds(new Set(SCOPES))).toBeNull();
    expect(visibleKinds(new Set(['events:read', 'customers:read']))).toEqual([
      'CUSTOMER_CREATED',
      'CUSTOMER_CHANGED',
      'CUSTOMER_ARCHIVED',
      'CUSTOMER_ERASURE_REQUESTED',
      'CUSTOMER_ERASED',
    ]);
    expect(visibleKinds(new Set(['events:read']))).toEqual([]);
    expect(Object.values(KIND_SCOPES).filter((scope) => scope === 'events:read' || scope === 'audit:read')).toEqual([]);
  });
});
