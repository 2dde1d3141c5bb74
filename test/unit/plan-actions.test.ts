import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/domain/issue.ts';
import { availablePlanActions, type PlanFacts } from '../../src/domain/price-plan/actions.ts';
import { planVersion } from '../support/schedules.ts';

const issue: Issue = { referenceId: 'v', entityId: 'fee', entityType: 'RATE_CARD', code: 'RATE_MISSING', errorMessage: 'No rate in EUR.' };
const unused = { schedules: 0, openProposals: 0 };

const standing = (other: Partial<PlanFacts>): PlanFacts => ({
  version: planVersion('v'),
  archivedAt: null,
  latestActive: 1,
  issues: [],
  use: unused,
  ...other,
});
const draft = (other: Partial<PlanFacts> = {}) => standing({ version: planVersion('v', { status: 'DRAFT', version: 2 }), ...other });
const allowed = (plan: PlanFacts) => availablePlanActions(plan).flatMap((one) => (one.allowed ? [one.action] : []));
const reason = (plan: PlanFacts, action: string) => availablePlanActions(plan).find((one) => one.action === action)?.reason;

describe('What can be done with a plan', () => {
  test('at its draft: everything but to associate it', () => {
    expect(allowed(draft())).toEqual(['UPDATE', 'FINALIZE', 'DISCARD', 'ARCHIVE']);
    expect(reason(draft(), 'ASSOCIATE')).toContain('version 2 is a draft. Finalize it first');
  });

  test('at its newest active version: an update, which opens a draft, and an association', () => {
    expect(allowed(standing({}))).toEqual(['UPDATE', 'ARCHIVE', 'ASSOCIATE']);
    expect(reason(standing({}), 'FINALIZE')).toContain('Version 1 is ACTIVE and cannot change');
    expect(reason(standing({}), 'DISCARD')).toContain('Version 1 is ACTIVE');
  });

  test('at an older version: no association, which takes the newest', () => {
    expect(reason(standing({ latestActive: 3 }), 'ASSOCIATE')).toContain('3, not version 1');
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
    expect(reason(archived, 'UPDATE')).toContain('archived and therefore read-only');
  });
});
