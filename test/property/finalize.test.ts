import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS_BY_RATE_CARD_TYPE } from '../../src/domain/billable-item.ts';
import { availablePlanActions } from '../../src/domain/price-plan/actions.ts';
import { issuesOf } from '../../src/domain/price-plan/issues.ts';
import { finalizeVersion } from '../../src/domain/price-plan/price-plan.ts';
import { contents, type RandomContent, soundContents } from '../support/random-plans.ts';
import { planVersion } from '../support/schedules.ts';

const plans = fc.oneof(contents, soundContents);
const issues = (content: RandomContent) => issuesOf({ ...content, referenceId: 'v' });
const draft = ({ terms, type, description }: RandomContent) => planVersion('v', { ...terms, type, description, status: 'DRAFT' });

/** Whether a plan is sound, by the words of the README ("What blocks a finalize") and by none of the code that lists issues. */
function isSound({ type, terms, rateCards, billables }: RandomContent): boolean {
  const { pricingCycle, currencies, deferredRevenue, pricingRules } = terms;
  const cards = rateCards.every((card) => {
    const item = billables.get(card.billableId ?? '');
    const prices = card.type === 'CREDIT_GRANT' ? card.creditRates : card.rateValues;
    const isDeferrable = ['USAGE', 'MINIMUM_COMMITMENT'].includes(card.type) || card.invoiceTiming === 'IN_ARREARS';
    return (
      item?.status === 'ACTIVE' &&
      KINDS_BY_RATE_CARD_TYPE[card.type].includes(item.kind) &&
      currencies.every((currency) => prices.some((price) => price.currency === currency)) &&
      (!deferredRevenue || isDeferrable)
    );
  });
  const rules = pricingRules.every(
    ({ order, condition, action }) =>
      pricingRules.filter((other) => other.order === order).length === 1 &&
      !condition?.includes('map') &&
      (action.type === 'ADD' || action.target !== null),
  );
  return (pricingCycle !== null) === (type === 'BILLING') && cards && rules;
}

describe('Laws of finalizing', () => {
  test('a draft is finalized exactly when it is sound, and then nothing of it changes but its status', () => {
    fc.assert(
      fc.property(plans, (content) => {
        const finalized = finalizeVersion(draft(content), issues(content));
        expect(finalized.ok).toBe(isSound(content));
        if (finalized.ok) expect(finalized.value).toEqual({ ...draft(content), status: 'ACTIVE' });
      }),
    );
  });

  test('a refusal carries every issue, and each names what is at fault in this very draft', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const listed = issues(content);
        const finalized = finalizeVersion(draft(content), listed);
        if (!finalized.ok) expect(finalized.refusals).toMatchObject([{ code: 'FINALIZE_BLOCKED', issues: listed }]);
        const known = new Set(['v', ...[...content.rateCards, ...content.terms.pricingRules].map(({ name }) => name)]);
        expect(listed.filter(({ entityId, referenceId }) => !known.has(entityId) || referenceId !== 'v')).toEqual([]);
      }),
    );
  });

  test('what is mended is finalized', () => {
    fc.assert(
      fc.property(soundContents, (content) => {
        expect(issues(content)).toEqual([]);
      }),
    );
  });

  test('FINALIZE is among the available actions exactly when finalizing is accepted', () => {
    fc.assert(
      fc.property(plans, (content) => {
        const use = { schedules: 0, openProposals: 0 };
        const version = draft(content);
        const standing = { version, archivedAt: null, draft: version, latestActive: null, issues: issues(content), use };
        const offered = availablePlanActions(standing).find(({ action }) => action === 'FINALIZE');
        expect(offered?.allowed).toBe(finalizeVersion(version, issues(content)).ok);
      }),
    );
  });
});
