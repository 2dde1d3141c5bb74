import { describe, expect, test } from 'vitest';
import type { AccountStatus } from '../../src/domain/account/account.ts';
import { effectOf } from '../../src/domain/purchase/effect.ts';
import { priceOf } from '../../src/domain/purchase/price.ts';
import { toPriceLine } from '../../src/domain/purchase/price-line.ts';
import {
  PURCHASE_STATUSES,
  type Purchase,
  type PurchasedPlan,
  type PurchaseStatus,
  type PurchaseTerms,
} from '../../src/domain/purchase/purchase.ts';
import { type PurchaseContext, type PurchaseInput, parsePurchase } from '../../src/domain/purchase/request.ts';
import {
  act,
  approve,
  availablePurchaseActions,
  awaitsPayment,
  begin,
  complete,
  decline,
  expire,
  fail,
  initialState,
  isEffective,
  OPEN_STATUSES,
  purchaseState,
  statusAt,
  supersede,
} from '../../src/domain/purchase/transitions.ts';
import type { RateCard } from '../../src/domain/rate-card/rate-card.ts';
import { applyEdit } from '../../src/domain/schedule/edit.ts';
import { credits, decimal, entitlement, fee, license, usage } from '../support/rate-cards.ts';
import { platform, rule } from '../support/rating.ts';
import { BASIC, day, editContext, picture, planVersion, QUARTERLY, schedule, unwrap, VERSIONS } from '../support/schedules.ts';

const NOW = Date.UTC(2026, 4, 20, 12);
const EXPIRY = NOW + 1_000;
const UNCHANGED = { ok: true, value: { changed: false } };

const proposal = (paymentMode: 'PREPAID' | 'POSTPAID', status: PurchaseStatus = 'PROPOSAL_ACTIVE'): Purchase => {
  const answered = status !== 'PROPOSAL_ACTIVE' && status !== 'PROPOSAL_EXPIRED';
  return {
    ...purchaseState({ isProposal: true, status, comment: null, respondedAt: answered ? NOW : null, supersededById: null }),
    paymentMode,
    expiresAt: EXPIRY,
  };
};
const purchase = (status: PurchaseStatus = 'PENDING'): Purchase => ({
  ...purchaseState({ isProposal: false, status, comment: null, respondedAt: null, supersededById: null }),
  paymentMode: 'PREPAID',
  expiresAt: null,
});
const SUPERSEDED: Purchase = {
  ...purchaseState({
    isProposal: true,
    status: 'PROPOSAL_SUPERSEDED',
    comment: null,
    respondedAt: null,
    supersededById: 'purchase.2',
  }),
  paymentMode: 'POSTPAID',
  expiresAt: EXPIRY,
};
const refusedMove = (from: PurchaseStatus, to: PurchaseStatus) => ({
  refusals: [{ kind: 'IllegalTransition', code: 'ILLEGAL_TRANSITION', from, to }],
});
const movesTo = (status: PurchaseStatus, appliesEffect: boolean) => ({
  ok: true,
  value: { changed: true, appliesEffect, state: { status } },
});

describe('A purchase', () => {
  test('waits for its payment, which begins and then succeeds or fails; only success applies the effect', () => {
    expect(initialState(false)).toMatchObject({ status: 'PENDING' });
    expect(begin(purchase('PENDING'), NOW)).toMatchObject(movesTo('IN_PROGRESS', false));
    expect(complete(purchase('IN_PROGRESS'), NOW)).toMatchObject(movesTo('SUCCESS', true));
    expect(fail(purchase('IN_PROGRESS'), NOW)).toMatchObject(movesTo('FAILURE', false));
  });

  test('may be told its outcome while PENDING: payment had begun, only nobody said so', () => {
    expect(complete(purchase('PENDING'), NOW)).toMatchObject(movesTo('SUCCESS', true));
    expect(fail(purchase('PENDING'), NOW)).toMatchObject(movesTo('FAILURE', false));
  });

  test('takes the same outcome twice as once, and never another', () => {
    expect(complete(purchase('SUCCESS'), NOW)).toEqual(UNCHANGED);
    expect(fail(purchase('FAILURE'), NOW)).toEqual(UNCHANGED);
    expect(fail(purchase('SUCCESS'), NOW)).toMatchObject(refusedMove('SUCCESS', 'FAILURE'));
    expect(complete(purchase('FAILURE'), NOW)).toMatchObject(refusedMove('FAILURE', 'SUCCESS'));
    expect(begin(purchase('SUCCESS'), NOW)).toMatchObject(refusedMove('SUCCESS', 'IN_PROGRESS'));
  });

  test.each(['PENDING', 'IN_PROGRESS', 'SUCCESS', 'FAILURE'] as const)(
    'is no proposal: while %s it is neither approved nor declined',
    (status) => {
      expect(approve(purchase(status), NOW)).toMatchObject(refusedMove(status, 'PROPOSAL_APPROVED'));
      expect(decline(purchase(status), NOW)).toMatchObject(refusedMove(status, 'PROPOSAL_DECLINED'));
      expect(expire(purchase(status), NOW)).toMatchObject(refusedMove(status, 'PROPOSAL_EXPIRED'));
    },
  );
});

describe('A proposal', () => {
  test('paid afterwards applies its effect with the approval, and rests there', () => {
    expect(approve(proposal('POSTPAID'), NOW, 'Agreed')).toEqual({
      ok: true,
      value: {
        changed: true,
        appliesEffect: true,
        state: { isProposal: true, status: 'PROPOSAL_APPROVED', comment: 'Agreed', respondedAt: NOW },
      },
    });
    expect(complete(proposal('POSTPAID', 'PROPOSAL_APPROVED'), NOW)).toMatchObject(refusedMove('PROPOSAL_APPROVED', 'SUCCESS'));
    expect(fail(proposal('POSTPAID', 'PROPOSAL_APPROVED'), NOW)).toMatchObject(refusedMove('PROPOSAL_APPROVED', 'FAILURE'));
  });

  test('paid beforehand waits for payment after its approval, and keeps the response', () => {
    expect(approve(proposal('PREPAID'), NOW)).toMatchObject(movesTo('PROPOSAL_APPROVED', false));
    const approved: Purchase = { ...proposal('PREPAID', 'PROPOSAL_APPROVED'), paymentMode: 'PREPAID' };
    expect(complete(approved, NOW + 9_999)).toMatchObject({
      value: { appliesEffect: true, state: { status: 'SUCCESS', respondedAt: NOW } },
    });
    expect(fail(approved, NOW)).toMatchObject(movesTo('FAILURE', false));
  });

  test('approved twice is approved once, also when it has been paid for meanwhile', () => {
    expect(approve(proposal('POSTPAID', 'PROPOSAL_APPROVED'), NOW, 'Again')).toEqual(UNCHANGED);
    expect(approve(proposal('PREPAID', 'SUCCESS'), NOW)).toEqual(UNCHANGED);
    expect(decline(proposal('POSTPAID', 'PROPOSAL_DECLINED'), NOW)).toEqual(UNCHANGED);
  });

  test('is answered for good', () => {
    expect(decline(proposal('POSTPAID', 'PROPOSAL_APPROVED'), NOW)).toMatchObject(refusedMove('PROPOSAL_APPROVED', 'PROPOSAL_DECLINED'));
    expect(approve(proposal('POSTPAID', 'PROPOSAL_DECLINED'), NOW)).toMatchObject(refusedMove('PROPOSAL_DECLINED', 'PROPOSAL_APPROVED'));
    expect(complete(proposal('PREPAID'), NOW)).toMatchObject(refusedMove('PROPOSAL_ACTIVE', 'SUCCESS'));
  });

  test('is expired from its expiry instant on, whether or not the sweep has run', () => {
    const open = proposal('POSTPAID');
    expect(statusAt(open, EXPIRY - 1)).toBe('PROPOSAL_ACTIVE');
    expect(statusAt(open, EXPIRY)).toBe('PROPOSAL_EXPIRED');
    expect(approve(open, EXPIRY - 1).ok).toBe(true);
    const refused = { refusals: [{ kind: 'IllegalTransition', code: 'PROPOSAL_EXPIRED', from: 'PROPOSAL_EXPIRED' }] };
    expect(approve(open, EXPIRY)).toMatchObject(refused);
    expect(decline(open, EXPIRY)).toMatchObject(refused);
    expect(approve(proposal('POSTPAID', 'PROPOSAL_EXPIRED'), NOW)).toMatchObject(refused);
  });

  test('is recorded as expired by the sweep, not before its time, and once', () => {
    expect(expire(proposal('POSTPAID'), EXPIRY)).toMatchObject(movesTo('PROPOSAL_EXPIRED', false));
    expect(expire(proposal('POSTPAID'), EXPIRY - 1)).toMatchObject(refusedMove('PROPOSAL_ACTIVE', 'PROPOSAL_EXPIRED'));
    expect(expire(proposal('POSTPAID', 'PROPOSAL_EXPIRED'), EXPIRY)).toEqual(UNCHANGED);
  });

  test('is superseded by its next revision while it is open, and is not answered any more', () => {
    expect(supersede(proposal('POSTPAID'), NOW, 'purchase.2')).toEqual({
      ok: true,
      value: {
        changed: true,
        appliesEffect: false,
        state: { isProposal: true, status: 'PROPOSAL_SUPERSEDED', comment: null, respondedAt: null, supersededById: 'purchase.2' },
      },
    });
    const refusal = { kind: 'IllegalTransition', code: 'PROPOSAL_SUPERSEDED', from: 'PROPOSAL_SUPERSEDED', supersededBy: 'purchase.2' };
    for (const again of [approve(SUPERSEDED, NOW), decline(SUPERSEDED, NOW), supersede(SUPERSEDED, NOW, 'purchase.3')]) {
      expect(again).toMatchObject({ refusals: [{ ...refusal, message: expect.stringContaining('purchase.2') }] });
    }
    expect(statusAt(SUPERSEDED, EXPIRY)).toBe('PROPOSAL_SUPERSEDED');
  });

  test.each(['PROPOSAL_APPROVED', 'PROPOSAL_DECLINED'] as const)('is not revised once it is %s, and a purchase never is', (status) => {
    expect(supersede(proposal('POSTPAID', status), NOW, 'purchase.2')).toMatchObject(refusedMove(status, 'PROPOSAL_SUPERSEDED'));
    expect(supersede(purchase(), NOW, 'purchase.2')).toMatchObject(refusedMove('PENDING', 'PROPOSAL_SUPERSEDED'));
  });

  test('is not revised from its expiry on', () => {
    expect(supersede(proposal('POSTPAID'), EXPIRY, 'purchase.2')).toMatchObject({ refusals: [{ code: 'PROPOSAL_EXPIRED' }] });
  });

  test('without an expiry never expires', () => {
    expect(statusAt({ ...proposal('POSTPAID'), expiresAt: null }, Number.MAX_SAFE_INTEGER)).toBe('PROPOSAL_ACTIVE');
  });

  test('takes a comment of at most 1,000 characters', () => {
    expect(approve(proposal('POSTPAID'), NOW, 'x'.repeat(1_001))).toMatchObject({ refusals: [{ path: ['comment'] }] });
    expect(decline(proposal('POSTPAID'), NOW, 'Too\ndear')).toMatchObject({ value: { state: { comment: 'Too\ndear' } } });
  });
});

describe('What is recorded of a purchase', () => {
  test('says whether it waits for payment and whether its effect has been applied', () => {
    const paid = [purchase('PENDING'), purchase('IN_PROGRESS'), proposal('PREPAID', 'PROPOSAL_APPROVED')];
    expect(paid.map(awaitsPayment)).toEqual([true, true, true]);
    expect(paid.map(isEffective)).toEqual([false, false, false]);
    const effective = [purchase('SUCCESS'), proposal('PREPAID', 'SUCCESS'), proposal('POSTPAID', 'PROPOSAL_APPROVED')];
    expect(effective.map(isEffective)).toEqual([true, true, true]);
    expect(effective.map(awaitsPayment)).toEqual([false, false, false]);
  });

  test('that no state has is a bug, not a refusal', () => {
    expect(() =>
      purchaseState({ isProposal: false, status: 'PROPOSAL_ACTIVE', comment: null, respondedAt: null, supersededById: null }),
    ).toThrow('PROPOSAL_ACTIVE');
    for (const status of ['PROPOSAL_APPROVED', 'PROPOSAL_SUPERSEDED'] as const) {
      expect(() => purchaseState({ isProposal: true, status, comment: null, respondedAt: null, supersededById: null })).toThrow(status);
    }
  });
});

describe('A purchase that uses a plan', () => {
  test('can still take effect in the open statuses alone: it waits for an answer or for the outcome of a payment', () => {
    const waits = (status: PurchaseStatus): boolean => {
      const all = status.startsWith('PROPOSAL_') ? [proposal('PREPAID', status), proposal('POSTPAID', status)] : [purchase(status)];
      return all.some((each) => statusAt(each, NOW) === 'PROPOSAL_ACTIVE' || awaitsPayment(each));
    };
    expect(PURCHASE_STATUSES.filter((status) => status !== 'PROPOSAL_SUPERSEDED').filter(waits)).toEqual(OPEN_STATUSES);
  });
});

describe('The available actions', () => {
  const actionsOf = (of: Purchase, now: number, accountStatus: AccountStatus) =>
    availablePurchaseActions(of, (action) => act(of, action, { now, accountStatus }));
  const allowed = (of: Purchase, now = NOW) => actionsOf(of, now, 'ACTIVE').flatMap(({ action, allowed }) => (allowed ? [action] : []));

  test('are those whose transition would change something', () => {
    expect(allowed(proposal('POSTPAID'))).toEqual(['APPROVE', 'DECLINE', 'REVISE']);
    expect(allowed(proposal('POSTPAID'), EXPIRY)).toEqual([]);
    expect(allowed(proposal('PREPAID', 'PROPOSAL_APPROVED'))).toEqual(['COMPLETE', 'FAIL']);
    expect(allowed(purchase())).toEqual(['COMPLETE', 'FAIL']);
    expect(allowed(purchase('SUCCESS'))).toEqual([]);
  });

  test('ask for an active account where an effect follows, and for one that is not archived otherwise', () => {
    const allowed = (of: Purchase, status: 'DRAFT' | 'ARCHIVED') =>
      actionsOf(of, NOW, status).flatMap(({ action, allowed }) => (allowed ? [action] : []));
    expect(allowed(proposal('POSTPAID'), 'DRAFT')).toEqual(['DECLINE', 'REVISE']);
    expect(allowed(proposal('POSTPAID'), 'ARCHIVED')).toEqual([]);
    expect(allowed(purchase(), 'DRAFT')).toEqual(['FAIL']);
    expect(allowed(purchase(), 'ARCHIVED')).toEqual([]);
  });

  test('say why not, in the words of the refusal', () => {
    const reasons = (of: Purchase, status: 'ACTIVE' | 'DRAFT') =>
      actionsOf(of, NOW, status).map(({ action, code, reason }) => `${action}, ${code}: ${reason}`);
    expect(reasons(proposal('POSTPAID'), 'DRAFT')[0]).toContain('APPROVE, ACCOUNT_NOT_ACTIVE: The account is in DRAFT');
    expect(reasons(proposal('POSTPAID', 'PROPOSAL_APPROVED'), 'ACTIVE')[0]).toBe('APPROVE, ALREADY_DONE: This has been done already.');
    expect(reasons(purchase('SUCCESS'), 'ACTIVE')[1]).toBe('FAIL, ILLEGAL_TRANSITION: A purchase in status SUCCESS cannot become FAILURE.');
  });

  test('of a purchase are those of its payment alone', () => {
    expect(actionsOf(purchase(), NOW, 'ACTIVE').map(({ action }) => action)).toEqual(['COMPLETE', 'FAIL']);
  });
});

const CREDITS = planVersion('credits', { type: 'PURCHASE', pricingCycle: null });
const planOf = (version: typeof BASIC, cards: readonly RateCard[] = []): PurchasedPlan => ({
  version,
  rateCardSetId: version.rateCardSetId,
  cards,
});
const ask = (input: PurchaseInput, other: Partial<PurchaseContext> = {}) =>
  parsePurchase(input, {
    isProposal: true,
    account: { status: 'ACTIVE', invoiceCurrency: 'USD' },
    plan: planOf(CREDITS, [entitlement('calls', '1'), usage('data', '1')]),
    now: NOW,
    start: { timeline: [], today: day('2026-05-20'), versions: VERSIONS, everHadSchedule: true },
    ...other,
  });
const june = { effectiveFrom: day('2026-06-01'), effectiveUntil: day('2027-06-01') };
const grant: PurchaseInput = { paymentMode: 'POSTPAID' };
const association: PurchaseInput = { type: 'ASSOCIATION', paymentMode: 'POSTPAID', ...june };
const topup: PurchaseInput = { type: 'WALLET_TOPUP', paymentMode: 'PREPAID', walletTopupDetails: { topupAmount: decimal('100') } };
const basic = { plan: planOf(BASIC) };
const noPlan = { plan: null };

describe('Asking for a purchase or proposal', () => {
  test('is asking for one entitlement grant unless said otherwise, fixed to the plan version of that moment', () => {
    expect(ask(grant)).toEqual({
      ok: true,
      value: {
        type: 'ENTITLEMENT_GRANT',
        isProposal: true,
        paymentMode: 'POSTPAID',
        pricePlanId: 'plan-of-credits',
        planVersionId: 'credits',
        rateCardSetId: 'cards-of-credits',
        quantity: 1,
        rateCardQuantities: {},
        override: null,
        purchaseAmount: null,
        topupAmount: null,
        effectiveFrom: null,
        effectiveUntil: null,
        expiresAt: null,
      },
    });
  });

  test('a purchase that is no proposal is paid beforehand and never expires', () => {
    const purchase = { isProposal: false };
    expect(ask({}, purchase)).toMatchObject({ value: { paymentMode: 'PREPAID' } });
    expect(ask({ paymentMode: 'POSTPAID' }, purchase)).toMatchObject({ refusals: [{ path: ['paymentMode'] }] });
    expect(ask({ expiryDate: EXPIRY }, purchase)).toMatchObject({ refusals: [{ path: ['expiryDate'] }] });
  });

  test('an association needs its period, and defaults nothing', () => {
    expect(ask(association, basic)).toMatchObject({ value: june });
    expect(ask({ ...association, effectiveFrom: null }, basic)).toMatchObject({ refusals: [{ path: ['effectiveFrom'] }] });
    expect(ask({ ...association, effectiveUntil: null }, basic)).toMatchObject({ refusals: [{ path: ['effectiveUntil'] }] });
    expect(ask({ ...association, effectiveUntil: june.effectiveFrom }, basic)).toMatchObject({ refusals: [{ code: 'EMPTY_PERIOD' }] });
  });

  test('an association begins no earlier than the start rule allows', () => {
    const early = { ...association, effectiveFrom: day('2026-05-19') };
    expect(ask(early, basic)).toMatchObject({ refusals: [{ code: 'EFFECTIVE_FROM_TOO_EARLY', earliest: '2026-05-20' }] });
  });

  test('an association by proposal begins on or after the day on which the proposal expires', () => {
    const expiring = (instant: string) => ask({ ...association, expiryDate: Date.parse(instant) }, basic);
    expect(expiring('2026-06-01T23:59:59Z').ok).toBe(true);
    expect(expiring('2026-06-02T00:00:00Z')).toMatchObject({
      refusals: [{ code: 'PROPOSAL_STARTS_BEFORE_EXPIRY', path: ['effectiveFrom'] }],
    });
  });

  test.each([
    ['ASSOCIATION', CREDITS, 'PLAN_NOT_ASSOCIABLE'],
    ['ASSOCIATION', planVersion('next', { status: 'DRAFT' }), 'PLAN_NOT_ASSOCIABLE'],
    ['ENTITLEMENT_GRANT', BASIC, 'PLAN_NOT_PURCHASABLE'],
    ['ENTITLEMENT_GRANT', planVersion('next', { type: 'PURCHASE', status: 'DRAFT' }), 'PLAN_NOT_PURCHASABLE'],
  ] as const)('%s is refused for the plan version %o: %s', (type, version, code) => {
    expect(ask({ type, paymentMode: 'POSTPAID', ...june }, { plan: planOf(version) })).toMatchObject({
      refusals: [{ code, path: ['pricePlanId'] }],
    });
  });

  test('PREPAID is what its plan is: an association of a BILLING plan, a grant of a PURCHASE plan', () => {
    const prepaid: PurchaseInput = { type: 'PREPAID', paymentMode: 'PREPAID' };
    expect(ask({ ...prepaid, ...june }, basic).ok).toBe(true);
    expect(ask(prepaid, basic)).toMatchObject({ refusals: [{ path: ['effectiveFrom'] }] });
    expect(ask(prepaid).ok).toBe(true);
    expect(ask({ ...prepaid, ...june })).toMatchObject({ refusals: [{ path: ['effectiveFrom'] }, { path: ['effectiveUntil'] }] });
    expect(ask({ ...prepaid, paymentMode: 'POSTPAID' })).toMatchObject({ refusals: [{ path: ['paymentMode'] }] });
  });

  test('a wallet top-up costs what it credits unless another purchaseAmount is given, and has no plan', () => {
    expect(ask(topup, noPlan)).toMatchObject({ value: { pricePlanId: null, topupAmount: '100', purchaseAmount: '100' } });
    const discounted = { ...topup, walletTopupDetails: { topupAmount: decimal('100'), purchaseAmount: decimal('90') } };
    expect(ask(discounted, noPlan)).toMatchObject({ value: { topupAmount: '100', purchaseAmount: '90' } });
    expect(ask(topup)).toMatchObject({ refusals: [{ path: ['pricePlanId'] }] });
    expect(ask({ ...topup, walletTopupDetails: null }, noPlan)).toMatchObject({ refusals: [{ path: ['walletTopupDetails'] }] });
    expect(ask({ ...topup, quantity: 2 }, noPlan)).toMatchObject({ refusals: [{ path: ['quantity'] }] });
  });

  test.each(['0', '-1'])('a wallet top-up is not of %s, nor paid for with that', (amount) => {
    const details = { topupAmount: decimal(amount), purchaseAmount: decimal(amount) };
    expect(ask({ ...topup, walletTopupDetails: details }, noPlan)).toMatchObject({
      refusals: [{ path: ['walletTopupDetails', 'topupAmount'] }, { path: ['walletTopupDetails', 'purchaseAmount'] }],
    });
  });

  test('a field that the type does not have is refused, not ignored', () => {
    expect(ask({ ...grant, effectiveFrom: day('2026-06-01') })).toMatchObject({ refusals: [{ path: ['effectiveFrom'] }] });
    expect(ask({ ...grant, walletTopupDetails: { topupAmount: decimal('1') } })).toMatchObject({
      refusals: [{ path: ['walletTopupDetails'] }],
    });
    expect(ask(grant, noPlan)).toMatchObject({ refusals: [{ path: ['pricePlanId'] }] });
  });

  test.each([0, -1, 1.5, Number.NaN, 1_000_001])('the quantity is never %d', (quantity) => {
    expect(ask({ ...grant, quantity })).toMatchObject({ refusals: [{ path: ['quantity'] }] });
  });

  test('quantities by rate card name cards that the plan has and that are bought by quantity', () => {
    const quantities = (rateCardQuantities: Record<string, ReturnType<typeof decimal>>) => ask({ ...grant, rateCardQuantities });
    expect(quantities({ calls: decimal('3') }).ok).toBe(true);
    expect(quantities({ call: decimal('3') })).toMatchObject({
      refusals: [{ code: 'RATE_CARD_NOT_FOUND', path: ['rateCardQuantities', 'call'] }],
    });
    expect(quantities({ data: decimal('3') })).toMatchObject({ refusals: [{ path: ['rateCardQuantities', 'data'] }] });
    expect(quantities({ calls: decimal('1000000000001') })).toMatchObject({ refusals: [{ path: ['rateCardQuantities', 'calls'] }] });
    expect(quantities({ calls: decimal('-3') })).toMatchObject({ refusals: [{ path: ['rateCardQuantities', 'calls'] }] });
  });

  test('a proposal says how it is paid, and expires in the future', () => {
    expect(ask({})).toMatchObject({ refusals: [{ path: ['paymentMode'] }] });
    expect(ask({ ...grant, expiryDate: NOW })).toMatchObject({ refusals: [{ path: ['expiryDate'] }] });
    expect(ask({ ...grant, expiryDate: EXPIRY })).toMatchObject({ value: { expiresAt: EXPIRY } });
  });

  test('is refused in a currency that the plan does not offer, or the override leaves out', () => {
    const inINR = { account: { status: 'ACTIVE', invoiceCurrency: 'INR' } } as const;
    expect(ask(grant, inINR)).toMatchObject({ refusals: [{ code: 'CURRENCY_NOT_SUPPORTED' }] });
    const override = { pricingCycle: null, currencies: ['EUR'] };
    expect(ask({ ...association, associationOverride: override }, basic)).toMatchObject({ refusals: [{ code: 'CURRENCY_NOT_SUPPORTED' }] });
  });

  test('a DRAFT account takes proposals alone, an ARCHIVED one nothing', () => {
    const account = (status: 'DRAFT' | 'ARCHIVED') => ({ account: { status, invoiceCurrency: 'USD' } });
    expect(ask(grant, account('DRAFT')).ok).toBe(true);
    expect(ask({}, { ...account('DRAFT'), isProposal: false })).toMatchObject({ refusals: [{ code: 'ACCOUNT_NOT_ACTIVE' }] });
    expect(ask(grant, account('ARCHIVED'))).toMatchObject({ refusals: [{ code: 'ARCHIVED' }] });
  });
});

const terms = (other: Partial<PurchaseTerms> = {}): PurchaseTerms => ({
  ...unwrap(ask(grant)),
  ...(other.type === 'ASSOCIATION' || other.type === 'PREPAID' ? june : {}),
  ...other,
});

describe('The price', () => {
  const price = (cards: readonly RateCard[], other: Partial<PurchaseTerms> = {}, version = CREDITS) =>
    priceOf(terms(other), planOf(version, cards), 'USD');
  const amount = (...of: Parameters<typeof price>) => unwrap(price(...of)).price.amount;
  const seats = license('seats', [
    ['0', '2'],
    ['100', '1'],
  ]);
  const whole = (rateCard: string) => ({ kind: 'RATE_CARD', rateCard, label: rateCard, share: null });

  test('is that of each fixed fee, entitlement and credit grant x quantity', () => {
    expect(unwrap(price([fee('setup', '9.99'), entitlement('calls', '5'), credits('bonus', '40')], { quantity: 3 }))).toEqual({
      price: { amount: '164.97', currency: 'USD' },
      lines: [
        { ...whole('setup'), quantity: '3', rate: '9.99', amount: '29.97' },
        { ...whole('calls'), quantity: '3', rate: '5', amount: '15' },
        { ...whole('bonus'), quantity: '3', rate: '40', amount: '120' },
      ],
    });
  });

  test('has each license at its quantity, by its slabs: 100 x 2 + 50 x 1', () => {
    expect(unwrap(price([seats], { rateCardQuantities: { seats: decimal('150') } })).lines).toEqual([
      { ...whole('seats'), quantity: '150', rate: null, amount: '250' },
    ]);
  });

  test('takes the quantity of the whole for every card whose own is not stated', () => {
    expect(amount([fee('setup', '10'), seats], { quantity: 4 })).toBe('48');
    expect(amount([fee('setup', '10'), seats], { quantity: 4, rateCardQuantities: { setup: decimal('1'), seats: decimal('0') } })).toBe(
      '10',
    );
  });

  test('never has usage in it', () => {
    expect(unwrap(price([usage('data', '7')]))).toEqual({ price: { amount: '0', currency: 'USD' }, lines: [] });
  });

  test('of an association is that of the cards charged in advance or prepaid, for the first cycle', () => {
    const cards = [
      fee('advance', '1'),
      fee('prepaid', '20', { invoiceTiming: 'PREPAID' }),
      fee('arrears', '300', { invoiceTiming: 'IN_ARREARS' }),
      fee('second cycle', '4000', { recurrence: { interval: 1, offset: 1 } }),
    ];
    expect(amount(cards, { type: 'ASSOCIATION' }, BASIC)).toBe('21');
    expect(amount(cards, { type: 'PREPAID' }, BASIC)).toBe('21');
    expect(amount(cards, { type: 'PREPAID' })).toBe('4321');
  });

  test('of an association has the share of each prorated card, exactly, and lines that sum: 10 of 31 days', () => {
    const cards = [
      platform('310', { name: 'base', displayName: 'Base', enableProration: true }),
      { ...seats, enableProration: true },
      platform('5', { name: 'support', displayName: 'Support' }),
    ];
    const days = { effectiveFrom: day('2026-07-22'), effectiveUntil: day('2027-06-01') };
    const bought = { type: 'ASSOCIATION', ...days, quantity: 2, rateCardQuantities: { seats: decimal('7') } } as const;
    const share = { days: 10, ofDays: 31 };
    // 2 x 310 x 10/31 + 7 x 2 x 10/31 + 2 x 5 = 200 + 4.516... + 10
    expect(unwrap(price(cards, bought, BASIC))).toEqual({
      price: { amount: '214.52', currency: 'USD' },
      lines: [
        { kind: 'RATE_CARD', rateCard: 'base', label: 'Base', quantity: '2', rate: '310', share, amount: '200' },
        { ...whole('seats'), quantity: '7', rate: null, share, amount: '4.52' },
        { kind: 'RATE_CARD', rateCard: 'support', label: 'Support', quantity: '2', rate: '5', share: null, amount: '10' },
      ],
    });
    expect(unwrap(price(cards, { ...bought, effectiveFrom: day('2026-08-01') }, BASIC)).lines[0]).toMatchObject({
      amount: '620',
      share: null,
    });
  });

  test('of an association has what rules in advance change and add, each as a line, and nothing of rules in arrears', () => {
    const inAdvance = { invoiceTiming: 'IN_ADVANCE' } as const;
    const pricingRules = [
      rule(1, { '*': [{ var: 'revenue.ff.base' }, 0.9] }, { type: 'UPDATE', target: 'revenue.ff.base' }, { ...inAdvance, name: 'Loyalty' }),
      rule(2, { '*': [{ var: 'revenue.rate_card_total' }, 0.1] }, { id: 'Levy' }, inAdvance),
      rule(3, { '/': [1, { var: 'usage.urc.data' }] }),
    ];
    const version = planVersion('ruled', { pricingRules });
    const cards = [platform('100', { name: 'base', displayName: 'Base' }), usage('data', '1')];
    const nothing = { quantity: null, rate: null, share: null };
    expect(unwrap(price(cards, { type: 'ASSOCIATION' }, version))).toEqual({
      price: { amount: '99', currency: 'USD' },
      lines: [
        { kind: 'RATE_CARD', rateCard: 'base', label: 'Base', quantity: '1', rate: '100', share: null, amount: '100' },
        { kind: 'RULE_UPDATE', rateCard: 'base', label: 'Loyalty', ...nothing, amount: '-10' },
        { kind: 'RULE_ADDITION', rateCard: null, label: 'Levy', ...nothing, amount: '9' },
      ],
    });
    const broken = planVersion('broken', { pricingRules: [rule(1, { '/': [1, 0] }, {}, { ...inAdvance, name: 'Broken' })] });
    expect(price(cards, { type: 'ASSOCIATION' }, broken)).toMatchObject({
      refusals: [{ code: 'RULE_FAILED', path: ['pricingRules', 'Broken'] }],
    });
    expect(amount(cards, { type: 'PREPAID' }, planVersion('once', { type: 'PURCHASE', pricingCycle: null, pricingRules }))).toBe('100');
  });

  test('above 0 is never paid with 0', () => {
    const cheap = entitlement('calls', '0.004');
    expect(price([cheap])).toMatchObject({ refusals: [{ code: 'PRICE_TOO_SMALL', path: ['quantity'] }] });
    expect(amount([cheap], { quantity: 2 })).toBe('0.01');
    expect(amount([entitlement('calls', '0')])).toBe('0');
  });

  test('is exact until it is rounded once, half to even', () => {
    const thirds = [fee('a', '0.333'), fee('b', '0.333'), fee('c', '0.339')];
    expect(amount(thirds)).toBe('1');
    expect(amount([fee('a', '0.125')])).toBe('0.12');
    expect(amount([fee('a', '0.1'), fee('b', '0.2')])).toBe('0.3');
  });

  test('of a wallet top-up is its purchaseAmount', () => {
    const topup = terms({ type: 'WALLET_TOPUP', topupAmount: decimal('100'), purchaseAmount: decimal('90') });
    expect(priceOf(topup, null, 'USD')).toMatchObject({
      value: { price: { amount: '90', currency: 'USD' }, lines: [{ kind: 'WALLET_TOPUP', rateCard: null, rate: '90', amount: '90' }] },
    });
  });

  test('reads as it was recorded', () => {
    const recorded = { rateCard: 'setup', quantity: decimal('3'), rate: decimal('0.333'), amount: decimal('0.999') };
    expect(toPriceLine(recorded)).toEqual({ ...whole('setup'), quantity: '3', rate: '0.333', amount: '0.999' });
    expect(toPriceLine({ ...recorded, rateCard: 'WALLET_TOPUP' })).toMatchObject({ kind: 'WALLET_TOPUP', rateCard: null, amount: '0.999' });
    const [line] = unwrap(price([fee('setup', '1')])).lines;
    expect(line && toPriceLine(line)).toEqual(line);
  });

  test('is refused where a card has no rate in the currency', () => {
    expect(priceOf(terms(), planOf(CREDITS, [fee('setup', '1')]), 'EUR')).toMatchObject({
      refusals: [{ code: 'RATES_INVALID', path: ['rateCards', 'setup'] }],
    });
  });
});

describe('The effect', () => {
  const today = day('2026-05-20');

  test('of an entitlement grant is the credits of each card x quantity, for periods counted from today', () => {
    const later = { effectiveFrom: 'P1M', effectiveUntil: 'P1Y', featureCreditLimit: decimal('2.5') };
    const calls = entitlement('calls', '1');
    const cards = [{ ...calls, featureConfigs: [...calls.featureConfigs, later] }, fee('setup', '1')];
    expect(unwrap(effectOf(terms({ quantity: 3 }), planOf(CREDITS, cards), today))).toEqual({
      kind: 'ENTITLEMENTS',
      grants: [
        { featureId: 'item-of-calls', credits: '300', period: { start: '2026-05-20', end: '2026-06-09' } },
        { featureId: 'item-of-calls', credits: '7.5', period: { start: '2026-06-20', end: '2027-05-20' } },
      ],
    });
  });

  test('of a grant ends with the calendar at the latest, and is refused when it lasts no day', () => {
    const lasting = (effectiveUntil: string) =>
      effectOf(
        terms(),
        planOf(CREDITS, [
          entitlement('calls', '1', { featureConfigs: [{ effectiveFrom: null, effectiveUntil, featureCreditLimit: decimal('1') }] }),
        ]),
        today,
      );
    expect(lasting('P9000Y')).toMatchObject({ value: { grants: [{ period: { end: '9999-01-01' } }] } });
    expect(lasting('P0D')).toMatchObject({ refusals: [{ code: 'EMPTY_PERIOD' }] });
    expect(lasting('20 days')).toMatchObject({ refusals: [{ code: 'INVALID_VALUE', path: ['rateCards', 'calls'] }] });
  });

  test('of an association is an edit with its overrides, subject to every rule of edits', () => {
    const override = { pricingCycle: QUARTERLY, currencies: null };
    const plan = { ...planOf(BASIC), rateCardSetId: 'own-cards' };
    const effect = unwrap(effectOf(unwrap(ask({ ...association, associationOverride: override }, { plan })), plan, today));
    if (effect.kind !== 'ASSOCIATION') throw new Error('not an association');
    const timeline = unwrap(applyEdit([schedule('s1', '2026-01-01', '2026-06-01', BASIC)], effect.edit, editContext()));
    expect(picture(timeline)).toEqual(['s1 2026-01-01..2026-06-01 basic', 'new-1 2026-06-01..2027-06-01 basic']);
    expect(timeline[1]?.content).toMatchObject({ pricingCycle: QUARTERLY, rateCardSetId: 'own-cards' });
    const tooLate = editContext({ today: day('2026-06-02') });
    expect(applyEdit([], effect.edit, tooLate)).toMatchObject({ refusals: [{ code: 'EFFECTIVE_FROM_TOO_EARLY' }] });
  });

  test('of an association records the licenses that are bought from its first day on, whatever number was held before', () => {
    const plan = planOf(BASIC, [license('seats', [['0', '1']]), license('admins', [['0', '1']]), fee('setup', '1')]);
    const bought = terms({ type: 'ASSOCIATION', quantity: 3, rateCardQuantities: { seats: decimal('150') } });
    const each = { updateType: 'ABSOLUTE', effectiveFrom: Date.UTC(2026, 5, 1) };
    expect(unwrap(effectOf(bought, plan, today))).toMatchObject({
      licenses: [
        { ...each, licenseId: 'item-of-seats', quantity: '150' },
        { ...each, licenseId: 'item-of-admins', quantity: '3' },
      ],
    });
  });

  test('of a wallet top-up is the credit of its topupAmount', () => {
    const topup = terms({ type: 'WALLET_TOPUP', topupAmount: decimal('100'), purchaseAmount: decimal('90') });
    expect(effectOf(topup, null, today)).toEqual({ ok: true, value: { kind: 'WALLET_CREDIT', amount: '100' } });
  });
});
