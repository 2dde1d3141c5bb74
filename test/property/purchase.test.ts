import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sum } from '../../src/domain/decimal.ts';
import { priceOf } from '../../src/domain/purchase/price.ts';
import type { PaymentMode, Purchase, PurchaseStatus, PurchaseTerms } from '../../src/domain/purchase/purchase.ts';
import {
  act,
  approve,
  availablePurchaseActions,
  begin,
  complete,
  decline,
  expire,
  fail,
  initialState,
  isEffective,
  type Move,
  statusAt,
  supersede,
} from '../../src/domain/purchase/transitions.ts';
import type { RateCard } from '../../src/domain/rate-card/rate-card.ts';
import { whole } from '../../src/domain/rating/fraction.ts';
import { invoicesOf } from '../../src/domain/rating/invoices.ts';
import { constantLicenses } from '../../src/domain/rating/licenses.ts';
import { statementOf } from '../../src/domain/rating/statement.ts';
import type { Result } from '../../src/domain/result.ts';
import { inputOf, randomCase } from '../support/random-statements.ts';
import { credits, decimal, entitlement, fee } from '../support/rate-cards.ts';
import { planVersion, unwrap } from '../support/schedules.ts';

const revise = (purchase: Purchase, now: number) => supersede(purchase, now, 'the next revision');

const commands: Readonly<Record<string, (purchase: Purchase, now: number) => Result<Move>>> = {
  approve,
  decline,
  revise,
  begin,
  complete,
  fail,
  expire,
};
const EXPIRY = 50;

/** Every step that one recorded status may take to another. */
const MOVES: Readonly<Partial<Record<PurchaseStatus, readonly PurchaseStatus[]>>> = {
  PENDING: ['IN_PROGRESS', 'SUCCESS', 'FAILURE'],
  IN_PROGRESS: ['SUCCESS', 'FAILURE'],
  PROPOSAL_ACTIVE: ['PROPOSAL_APPROVED', 'PROPOSAL_DECLINED', 'PROPOSAL_EXPIRED', 'PROPOSAL_SUPERSEDED'],
  PROPOSAL_APPROVED: ['SUCCESS', 'FAILURE'],
};

/** Commands at times that only go forward, across the proposal's expiry. */
const steps = fc.array(fc.record({ name: fc.constantFrom(...Object.keys(commands)), after: fc.nat(15) }), { maxLength: 12 });
const purchases = fc.record({ isProposal: fc.boolean(), paymentMode: fc.constantFrom<PaymentMode>('PREPAID', 'POSTPAID') }).map(
  ({ isProposal, paymentMode }): Purchase => ({
    ...initialState(isProposal),
    paymentMode: isProposal ? paymentMode : 'PREPAID',
    expiresAt: isProposal ? EXPIRY : null,
  }),
);

const GRANT: PurchaseTerms = {
  type: 'ENTITLEMENT_GRANT',
  isProposal: false,
  paymentMode: 'PREPAID',
  pricePlanId: 'plan-of-credits',
  planVersionId: 'credits',
  rateCardSetId: 'cards',
  quantity: 1,
  rateCardQuantities: {},
  override: null,
  purchaseAmount: null,
  topupAmount: null,
  effectiveFrom: null,
  effectiveUntil: null,
  expiresAt: null,
};

interface Step {
  readonly before: Purchase;
  readonly now: number;
  readonly command: (purchase: Purchase, now: number) => Result<Move>;
  readonly result: Result<Move>;
  readonly after: Purchase;
}

function run(purchase: Purchase, script: readonly { name: string; after: number }[]): readonly Step[] {
  const trace: Step[] = [];
  let [before, now] = [purchase, 0];
  for (const { name, after: wait } of script) {
    now += wait;
    const command = commands[name] ?? approve;
    const result = command(before, now);
    const after: Purchase =
      result.ok && result.value.changed ? { ...result.value.state, paymentMode: before.paymentMode, expiresAt: before.expiresAt } : before;
    trace.push({ before, now, command, result, after });
    before = after;
  }
  return trace;
}

const traces = fc.tuple(purchases, steps).map(([purchase, script]) => run(purchase, script));

describe('Laws of purchases', () => {
  test('no sequence of commands leaves the state machine', () => {
    fc.assert(
      fc.property(traces, (trace) => {
        for (const { before, after } of trace) {
          if (after !== before) expect(MOVES[before.status]).toContain(after.status);
          expect(after.isProposal).toBe(before.isProposal);
        }
      }),
    );
  });

  test('a command done is a command that changes nothing when it is repeated; a second revision is refused', () => {
    fc.assert(
      fc.property(traces, (trace) => {
        for (const { command, after, now, result } of trace) {
          const again = command === revise ? { ok: false } : { ok: true, value: { changed: false } };
          if (result.ok) expect(command(after, now)).toMatchObject(again);
        }
      }),
    );
  });

  test('the effect is applied once, by the very step that makes the purchase effective', () => {
    fc.assert(
      fc.property(traces, (trace) => {
        for (const { before, after, result } of trace) {
          const applied = result.ok && result.value.changed && result.value.appliesEffect;
          expect(applied).toBe(!isEffective(before) && isEffective(after));
          if (isEffective(before)) expect(isEffective(after)).toBe(true);
        }
      }),
    );
  });

  test('nothing is approved or declined from its expiry on', () => {
    fc.assert(
      fc.property(traces, (trace) => {
        for (const { before, after, now } of trace) {
          if (before.isProposal && before.status === 'PROPOSAL_ACTIVE' && now >= EXPIRY) {
            expect(statusAt(before, now)).toBe('PROPOSAL_EXPIRED');
            expect(['PROPOSAL_ACTIVE', 'PROPOSAL_EXPIRED']).toContain(after.status);
          }
        }
      }),
    );
  });

  test('an action is offered exactly when its command would change something', () => {
    fc.assert(
      fc.property(traces, (trace) => {
        for (const { before, now } of trace) {
          for (const { action, allowed, code, reason } of availablePurchaseActions(before, (each) =>
            act(before, each, { now, accountStatus: 'ACTIVE' }),
          )) {
            const result = commands[action.toLowerCase()]?.(before, now);
            expect(allowed).toBe(result?.ok && result.value.changed);
            expect([code === null, reason === null]).toEqual([allowed, allowed]);
            if (!allowed) expect(code).toBe(result?.ok ? 'ALREADY_DONE' : result?.refusals[0].code);
          }
        }
      }),
    );
  });
});

describe('Laws of prices', () => {
  /** A rate in cents. */
  const rates = fc.integer({ min: 0, max: 1_000_000 }).map((cents) => (cents / 100).toFixed(2));
  const version = planVersion('credits', { type: 'PURCHASE', pricingCycle: null });
  const makers = [fee, entitlement, credits];
  const cardsOf = (all: readonly string[]): RateCard[] => all.map((rate, i) => (makers[i % 3] ?? fee)(`card-${i}`, rate));
  const cents = (cards: readonly RateCard[], quantity: number): bigint => {
    const terms: PurchaseTerms = { ...GRANT, quantity };
    const { price } = unwrap(priceOf(terms, { version, rateCardSetId: 'cards', cards }, 'USD'));
    return BigInt(Math.round(Number(price.amount) * 100));
  };

  test('without licenses the price is linear in the quantity', () => {
    fc.assert(
      fc.property(fc.array(rates, { maxLength: 6 }), fc.integer({ min: 1, max: 500 }), (all, quantity) => {
        const cards = cardsOf(all);
        expect(cents(cards, quantity)).toBe(cents(cards, 1) * BigInt(quantity));
      }),
    );
  });

  test('the price of an association is what an estimate invoices first, at the same quantities of licenses', () => {
    fc.assert(
      fc.property(randomCase, (given) => {
        const input = inputOf({ ...given, ordinal: 1, isProrated: true });
        if (!input?.cycle.schedule.config) throw new Error('The first cycle is always there.');
        const { cards, rules, cycle } = input;
        const { config, period } = cycle.schedule;
        const version = planVersion('random', {
          pricingCycle: config,
          pricingRules: rules.filter(({ invoiceTiming }) => invoiceTiming === 'IN_ADVANCE'),
        });
        const terms = { ...GRANT, type: 'ASSOCIATION', effectiveFrom: period.start, effectiveUntil: period.end, quantity: 3 } as const;
        const own = Object.fromEntries(cards.flatMap((card) => (card.type === 'LICENSE' ? [] : [[card.name, decimal('1')]])));
        const priced = priceOf({ ...terms, rateCardQuantities: own }, { version, rateCardSetId: 'cards', cards }, 'USD');
        const licenses = new Map([...input.licenses.keys()].map((id) => [id, constantLicenses(whole(3))]));
        const none = { usage: new Map(), overage: new Map() };
        const statement = unwrap(statementOf({ ...input, ...none, rules: version.pricingRules, licenses }));
        const [first] = invoicesOf([statement]);
        const invoiced = first?.advance ? first.total : '0';
        if (priced.ok) {
          expect(priced.value.price.amount).toBe(invoiced);
          expect(sum(priced.value.lines.map(({ amount }) => amount))).toBe(invoiced);
        } else {
          expect(priced.refusals.map(({ code }) => code)).toEqual(['PRICE_TOO_SMALL']);
          expect(invoiced).toBe('0');
        }
      }),
    );
  });

  test('the price of some cards together is the sum of their prices', () => {
    fc.assert(
      fc.property(fc.array(rates, { maxLength: 6 }), fc.array(rates, { maxLength: 6 }), (some, others) => {
        expect(cents(cardsOf([...some, ...others]), 1)).toBe(cents(cardsOf(some), 1) + cents(cardsOf(others), 1));
      }),
    );
  });
});
