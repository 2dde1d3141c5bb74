import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/domain/issue.ts';
import {
  archivePlan,
  changePlanTerms,
  discardVersion,
  editableVersion,
  finalizeVersion,
  firstVersion,
  type NamedVersions,
  type NewPricePlanInput,
  nextVersion,
  parseNewPricePlan,
  requireNamedVersion,
} from '../../src/domain/price-plan/price-plan.ts';
import type { Result } from '../../src/domain/result.ts';
import { MONTHLY, planVersion, QUARTERLY, unwrap } from '../support/schedules.ts';

const monthly = { interval: 'MONTHLY', gracePeriod: 3 };
const billing: NewPricePlanInput = { name: 'Pro', type: 'BILLING', pricingCycleConfig: monthly, supportedCurrencies: ['USD'] };
const purchase: NewPricePlanInput = { name: 'Pack', type: 'PURCHASE', supportedCurrencies: ['USD'] };
const ids = { pricePlanId: 'pp.1', versionId: 'ppv.1', noCards: 'no-cards' };
const active = planVersion('v1', { description: 'Our best', version: 4 });
const draft = planVersion('v2', { version: 5, status: 'DRAFT', description: 'Our best' });
const issue: Issue = {
  referenceId: 'v2',
  entityId: 'seat',
  entityType: 'RATE_CARD',
  code: 'RATE_MISSING',
  errorMessage: 'Rate card "seat" has no rate in EUR.',
};

function codeAndPath(result: Result<unknown>) {
  return result.ok ? 'accepted' : result.refusals.map(({ code, path }) => `${code} ${path.join('.')}`.trim());
}

describe('Creating a plan', () => {
  test('needs a name, a type, a currency and, when it recurs, a cycle', () => {
    expect(parseNewPricePlan(billing)).toEqual({
      ok: true,
      value: {
        name: 'Pro',
        description: null,
        type: 'BILLING',
        pricingCycle: MONTHLY,
        currencies: ['USD'],
        deferredRevenue: false,
        allowOngoingCycleUpdates: false,
        sourcePricePlanId: null,
      },
    });
    expect(unwrap(parseNewPricePlan(purchase)).pricingCycle).toBeNull();
  });

  test.each([
    ['a name of 0 characters', { ...billing, name: '' }, 'INVALID_VALUE name'],
    ['a name of 51 characters', { ...billing, name: 'x'.repeat(51) }, 'INVALID_VALUE name'],
    ['a description of 256 characters', { ...billing, description: 'x'.repeat(256) }, 'INVALID_VALUE description'],
    ['a BILLING plan without a cycle', { ...billing, pricingCycleConfig: null }, 'PRICING_CYCLE_INVALID pricingCycleConfig'],
    ['a PURCHASE plan with a cycle', { ...purchase, pricingCycleConfig: monthly }, 'PRICING_CYCLE_INVALID pricingCycleConfig'],
    [
      'a PURCHASE plan with a cycle, whatever its source',
      { ...purchase, pricingCycleConfig: monthly, sourcePricePlanId: 'pp.0' },
      'PRICING_CYCLE_INVALID pricingCycleConfig',
    ],
    [
      'a cycle that is malformed',
      { ...billing, pricingCycleConfig: { ...monthly, gracePeriod: -1 } },
      'PRICING_CYCLE_INVALID pricingCycleConfig.gracePeriod',
    ],
    [
      'a plan without a source that leaves its currencies out',
      { ...billing, supportedCurrencies: null },
      'INVALID_VALUE supportedCurrencies',
    ],
    ['an empty list of currencies', { ...billing, supportedCurrencies: [] }, 'INVALID_VALUE supportedCurrencies'],
    [
      'an empty list of currencies, whatever the source',
      { ...billing, supportedCurrencies: [], sourcePricePlanId: 'pp.0' },
      'INVALID_VALUE supportedCurrencies',
    ],
    ['a currency that ISO 4217 lacks', { ...billing, supportedCurrencies: ['USD', 'XX'] }, 'INVALID_VALUE supportedCurrencies.1'],
    ['a currency named twice', { ...billing, supportedCurrencies: ['USD', 'USD'] }, 'INVALID_VALUE supportedCurrencies.1'],
  ])('refuses %s', (_, input, refusal) => {
    expect(codeAndPath(parseNewPricePlan(input))).toEqual([refusal]);
  });

  test('names every field at fault at once', () => {
    expect(codeAndPath(parseNewPricePlan({ name: '', type: 'BILLING' }))).toEqual([
      'INVALID_VALUE name',
      'PRICING_CYCLE_INVALID pricingCycleConfig',
      'INVALID_VALUE supportedCurrencies',
    ]);
  });

  test('makes version 1, a draft without cards or rules', () => {
    expect(unwrap(firstVersion(unwrap(parseNewPricePlan(billing)), ids, null))).toEqual({
      id: 'ppv.1',
      pricePlanId: 'pp.1',
      name: 'Pro',
      type: 'BILLING',
      version: 1,
      status: 'DRAFT',
      description: null,
      pricingCycle: MONTHLY,
      currencies: ['USD'],
      pricingRules: [],
      deferredRevenue: false,
      allowOngoingCycleUpdates: false,
      rateCardSetId: 'no-cards',
    });
  });
});

describe('Creating a plan from a source', () => {
  const source = planVersion('source', { pricingCycle: QUARTERLY, currencies: ['EUR'], deferredRevenue: true, description: 'Old' });
  const copy = (input: NewPricePlanInput) => firstVersion(unwrap(parseNewPricePlan({ ...input, sourcePricePlanId: 'pp.0' })), ids, source);

  test('takes cycle, currencies, cards and rules from it, and nothing else', () => {
    expect(unwrap(copy({ name: 'Copy', type: 'BILLING' }))).toMatchObject({
      name: 'Copy',
      version: 1,
      pricingCycle: QUARTERLY,
      currencies: ['EUR'],
      rateCardSetId: 'cards-of-source',
      pricingRules: source.pricingRules,
      description: null,
      deferredRevenue: false,
    });
  });

  test('prefers what the new plan says itself', () => {
    expect(unwrap(copy(billing))).toMatchObject({ pricingCycle: MONTHLY, currencies: ['USD'] });
  });

  test('gives a PURCHASE plan no cycle', () => {
    expect(unwrap(copy({ name: 'Pack', type: 'PURCHASE' })).pricingCycle).toBeNull();
  });

  test('refuses a BILLING plan for which there is no cycle to take', () => {
    const plan = unwrap(parseNewPricePlan({ name: 'Copy', type: 'BILLING', sourcePricePlanId: 'pp.0' }));
    const oneTime = planVersion('source', { type: 'PURCHASE', pricingCycle: null });
    expect(codeAndPath(firstVersion(plan, ids, oneTime))).toEqual(['PRICING_CYCLE_INVALID pricingCycleConfig']);
  });
});

describe('Changing a plan', () => {
  test('absent keeps, null clears the description', () => {
    expect(unwrap(changePlanTerms(draft, {}))).toEqual(draft);
    expect(unwrap(changePlanTerms(draft, { description: null, supportedCurrencies: ['EUR'] }))).toEqual({
      ...draft,
      description: null,
      currencies: ['EUR'],
    });
    expect(unwrap(changePlanTerms(draft, { pricingCycleConfig: { interval: 'QUARTERLY', gracePeriod: 3 } })).pricingCycle).toEqual(
      QUARTERLY,
    );
  });

  test.each([
    ['a BILLING plan losing its cycle', 'BILLING', { pricingCycleConfig: null }, 'PRICING_CYCLE_INVALID pricingCycleConfig'],
    ['a PURCHASE plan getting one', 'PURCHASE', { pricingCycleConfig: monthly }, 'PRICING_CYCLE_INVALID pricingCycleConfig'],
    ['currencies cleared', 'BILLING', { supportedCurrencies: null }, 'INVALID_VALUE supportedCurrencies'],
    ['currencies emptied', 'BILLING', { supportedCurrencies: [] }, 'INVALID_VALUE supportedCurrencies'],
    ['a description of 256 characters', 'BILLING', { description: 'x'.repeat(256) }, 'INVALID_VALUE description'],
  ] as const)('refuses %s', (_, type, input, refusal) => {
    expect(codeAndPath(changePlanTerms({ ...draft, type }, input))).toEqual([refusal]);
  });

  test('goes to the draft when there is one, else to a copy of the newest active version', () => {
    expect(editableVersion({ draft, latestActive: active }, 'new')).toBe(draft);
    expect(editableVersion({ draft, latestActive: null }, 'new')).toBe(draft);
    expect(editableVersion({ draft: null, latestActive: active }, 'new')).toEqual(nextVersion(active, 'new'));
  });

  test('the copy is the next version, a draft with the same content', () => {
    expect(nextVersion(active, 'new')).toEqual({ ...active, id: 'new', version: 5, status: 'DRAFT' });
    expect(active.status).toBe('ACTIVE');
  });
});

describe('Finalizing a version', () => {
  test('makes the draft active and changes nothing else', () => {
    expect(unwrap(finalizeVersion(draft, []))).toEqual({ ...draft, status: 'ACTIVE' });
  });

  test('is refused with the issues while there are any', () => {
    expect(finalizeVersion(draft, [issue])).toMatchObject({
      refusals: [
        { kind: 'FinalizeBlocked', code: 'FINALIZE_BLOCKED', issues: [issue], message: expect.stringContaining(issue.errorMessage) },
      ],
    });
  });

  test('is refused for a version that is not the draft, whose id the request names', () => {
    const of = (versions: NamedVersions, named: string) => codeAndPath(requireNamedVersion(versions, named, 'ACTIVE'));
    expect(requireNamedVersion({ draft, latestActive: active }, draft.id, 'ACTIVE')).toMatchObject({ ok: true });
    expect(of({ draft, latestActive: active }, active.id)).toEqual(['ILLEGAL_TRANSITION referenceId']);
    expect(of({ draft, latestActive: active }, 'other')).toEqual(['NOT_FOUND referenceId']);
    expect(of({ draft: null, latestActive: active }, 'other')).toEqual(['NO_DRAFT pricePlanId']);
  });

  test('is refused without a draft', () => {
    expect(codeAndPath(finalizeVersion(null, []))).toEqual(['NO_DRAFT pricePlanId']);
  });

  test('is refused for an active version, issues or not', () => {
    expect(finalizeVersion(active, [issue])).toMatchObject({ refusals: [{ code: 'ILLEGAL_TRANSITION', from: 'ACTIVE', to: 'ACTIVE' }] });
  });
});

describe('Discarding a draft', () => {
  test('leaves the plan at its active version', () => {
    expect(unwrap(discardVersion({ draft, latestActive: active }))).toEqual({ discarded: draft, planGoes: false });
  });

  test('takes the plan with it when there is no other version', () => {
    expect(unwrap(discardVersion({ draft, latestActive: null }))).toEqual({ discarded: draft, planGoes: true });
  });

  test('is refused without a draft', () => {
    expect(codeAndPath(discardVersion({ draft: null, latestActive: active }))).toEqual(['NO_DRAFT pricePlanId']);
  });
});

describe('Archiving a plan', () => {
  test('is possible when nobody uses it', () => {
    expect(archivePlan({ schedules: 0, openProposals: 0 }).ok).toBe(true);
  });

  test.each([
    { schedules: 1, openProposals: 0 },
    { schedules: 0, openProposals: 1 },
  ])('is refused for a plan in use: %o', (use) => {
    expect(codeAndPath(archivePlan(use))).toEqual(['PLAN_IN_USE pricePlanId']);
  });
});
