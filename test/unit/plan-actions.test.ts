import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/domain/issue.ts';
import { availablePlanActions, type PlanFacts } from '../../src/domain/price-plan/actions.ts';
import { planVersion } from '../support/schedules.ts';

const issue: Issue = { referenceId: 'v', entityId: 'fee', entityType: 'RATE_CARD', code: 'RATE_MISSING', errorMessage: 'No rate in EUR.' };
const unused = { schedules: 0, openProposals: 0 };

const standing = (other: Partial<PlanFacts>): PlanFacts => ({
  version: planVersion('v'),
  archivedAt: null,
  draft: null,
  latestActive: planVersion('v'),
  issues: [],
  use: unused,
  ...other,
});
const DRAFT = planVersion('next', { status: 'DRAFT', version: 2 });
const draft = (other: Partial<PlanFacts> = {}) => standing({ version: DRAFT, draft: DRAFT, ...other });
const allowed = (plan: PlanFacts) => availablePlanActions(plan).flatMap((one) => (one.allowed ? [one.action] : []));
const reason = (plan: PlanFacts, action: string) => {
  const { code, reason: why } = availablePlanActions(plan).find((one) => one.action === action) ?? {};
  return `${code}: ${why}`;
};

describe('What can be done with a plan', () => {
  test('at its draft: everything but to associate it', () => {
    expect(allowed(draft())).toEqual(['UPDATE', 'FINALIZE', 'DISCARD', 'ARCHIVE']);
    expect(reason(draft(), 'ASSOCIATE')).toMatch(/^OTHER_VERSION: .* which is 1, not version 2\.$/);
    expect(reason(draft({ latestActive: null }), 'ASSOCIATE')).toContain('is a draft. Finalize it first');
  });

  test('at its newest active version: an update, which opens a draft, and an association', () => {
    expect(allowed(standing({}))).toEqual(['UPDATE', 'ARCHIVE', 'ASSOCIATE']);
    expect(reason(standing({}), 'FINALIZE')).toContain('ILLEGAL_TRANSITION: Version 1 is ACTIVE and cannot change');
    expect(reason(standing({}), 'DISCARD')).toContain('Version 1 is ACTIVE');
  });

  test('at an older version: no association, which takes the newest, and nothing of a draft', () => {
    const older = standing({ latestActive: planVersion('newest', { version: 3 }) });
    expect(reason(older, 'ASSOCIATE')).toMatch(/^OTHER_VERSION: .* 3, not version 1\.$/);
    expect(reason(older, 'FINALIZE')).toContain('NO_DRAFT');
    expect(reason({ ...older, draft: { id: 'next' } }, 'DISCARD')).toBe('NOT_FOUND: No draft "v" of the plan.');
  });

  test('with issues: not finalized, and the reason is the first', () => {
    expect(reason(draft({ issues: [issue] }), 'FINALIZE')).toContain('No rate in EUR.');
  });

  test('while it is used: not archived', () => {
    expect(reason(standing({ use: { schedules: 2, openProposals: 0 } }), 'ARCHIVE')).toContain('used by 2 schedules');
  });

  test('that is paid once: no association', () => {
    const version = planVersion('v', { type: 'PURCHASE', pricingCycle: null });
    expect(reason(standing({ version }), 'ASSOCIATE')).toContain('only a BILLING plan');
  });

  test('that is archived: nothing', () => {
    const archived = standing({ archivedAt: 1 });
    expect(allowed(archived)).toEqual([]);
    expect(reason(archived, 'UPDATE')).toContain('ARCHIVED: ');
    expect(reason(archived, 'ASSOCIATE')).toBe('PLAN_NOT_ASSOCIABLE: The plan "Plan v" is archived.');
  });
});
