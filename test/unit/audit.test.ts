import { describe, expect, it } from 'vitest';
import { difference, MAX_AUDIT_BYTES, requireRecordable } from '../../src/domain/audit.ts';
import { BASIC, PRO, schedule } from '../support/schedules.ts';

const RULE = { id: 'rule.1', name: 'discount', computation: '1', action: { type: 'ADD', target: null } };

describe('difference', () => {
  it('is whole where there was nothing, or nothing is left', () => {
    expect(difference({ before: null, after: { name: 'Acme' } })).toEqual({ before: null, after: { name: 'Acme' } });
    expect(difference({ before: [{ id: 'a' }], after: null })).toEqual({ before: [{ id: 'a' }], after: null });
  });

  it('of two records is the fields that differ, and the id that they belong to', () => {
    const before = { id: 'acc.1', name: 'acme', tags: ['a'], settings: { color: 'red', size: 1 } };
    const after = { ...before, name: 'Acme', settings: { color: 'blue', size: 1 } };
    expect(difference({ before, after })).toEqual({
      before: { id: 'acc.1', name: 'acme', settings: { color: 'red' } },
      after: { id: 'acc.1', name: 'Acme', settings: { color: 'blue' } },
    });
  });

  it('of two records with different ids is both as they are: they are two things', () => {
    const states = { before: { id: 'purchase.1', status: 'PROPOSAL_ACTIVE' }, after: { id: 'purchase.2', status: 'PROPOSAL_ACTIVE' } };
    expect(difference(states)).toEqual(states);
  });

  it('tells a field that came or went from one that is null', () => {
    expect(difference({ before: { a: 1 }, after: { b: null } })).toEqual({ before: { a: 1 }, after: { b: null } });
    expect(difference({ before: { a: 1, c: 1 }, after: { a: null, c: 1 } })).toEqual({ before: { a: 1 }, after: { a: null } });
  });

  it('of two timelines is the schedules that were removed, added or changed', () => {
    const [first, second, third] = [
      schedule('first', '2026-01-01', '2027-01-01', BASIC),
      schedule('second', '2027-01-01', '2028-01-01', BASIC),
      schedule('third', '2027-01-01', '2029-01-01', PRO),
    ];
    expect(difference({ before: [first, second], after: [first, third] })).toEqual({ before: [second], after: [third] });
  });

  it('of a changed schedule is its id and what changed of it', () => {
    const rules = [RULE, { ...RULE, id: 'rule.2', name: 'other' }];
    const before = schedule('a', '2026-01-01', '2027-01-01', BASIC, { pricingRules: rules as never });
    const changed = [rules[0], { ...rules[1], computation: '2' }];
    const shorter = { period: { ...before.period, end: '2026-07-01' }, content: before.content };
    const priced = { ...before, content: { ...before.content, pricingRules: changed as never } };
    expect(difference({ before: [before], after: [shorter] })).toEqual({
      before: [{ period: { end: '2027-01-01' }, content: { scheduleId: 'a' } }],
      after: [{ period: { end: '2026-07-01' }, content: { scheduleId: 'a' } }],
    });
    expect(difference({ before: [before], after: [priced] })).toEqual({
      before: [{ content: { scheduleId: 'a', pricingRules: [{ id: 'rule.2', computation: '1' }] } }],
      after: [{ content: { scheduleId: 'a', pricingRules: [{ id: 'rule.2', computation: '2' }] } }],
    });
  });

  it('of lists whose items have no id, or differ in their order alone, is both as they are', () => {
    for (const [before, after] of [
      [['a'], ['b']],
      [
        [{ id: 'a' }, { id: 'b' }],
        [{ id: 'b' }, { id: 'a' }],
      ],
      [
        [{ id: 'a' }, { id: 'a', x: 1 }],
        [{ id: 'a' }, { id: 'a' }],
      ],
    ]) {
      expect(difference({ before, after })).toEqual({ before, after });
    }
  });

  it('of what is the same is nothing', () => {
    const same = [schedule('a', '2026-01-01', '2027-01-01', BASIC)];
    expect(difference({ before: same, after: structuredClone(same) })).toEqual({ before: [], after: [] });
  });
});

describe('requireRecordable', () => {
  const text = (bytes: number) => 'x'.repeat(bytes - 2);

  it('accepts both states up to 1,000,000 bytes together', () => {
    expect(requireRecordable({ before: text(MAX_AUDIT_BYTES / 2), after: text(MAX_AUDIT_BYTES / 2) }).ok).toBe(true);
  });

  it('refuses more, and says the limit and the size', () => {
    expect(requireRecordable({ before: null, after: text(MAX_AUDIT_BYTES + 1) })).toMatchObject({
      refusals: [{ code: 'LIMIT_EXCEEDED', message: expect.stringMatching(/at most 1,000,000 bytes .* 1,000,001\./) }],
    });
  });
});
