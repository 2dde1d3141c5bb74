import { fixedFee, license, tiered, usage } from '../../scripts/sample/rate-cards.ts';
import { emptyPlan, items, mutate, upsert } from './catalogue.ts';
import { Organization } from './organization.ts';

/** An organization whose account `acme` is billed by a monthly plan from November 1st 2026 on. */
export interface Billed {
  readonly org: Organization;
  /** A fee of 310 in advance and 30 a seat, both prorated; calls at 0.02, above 1,000 at 0.01. */
  readonly team: string;
  readonly ids: Awaited<ReturnType<typeof items>>;
}

export const NOVEMBER = { effectiveFrom: '2026-11-01', effectiveUntil: '9999-01-01' };

export async function openBilled(): Promise<Billed> {
  const org = await Organization.begin();
  await org.customer('acme');
  const ids = await items(org);
  const calls = tiered({ above: 0, price: { USD: '0.02' } }, { above: 1_000, price: { USD: '0.01' } });
  const team = await finalized(org, 'Team', {
    base: fixedFee(ids.setup, { USD: '310' }, { invoiceTiming: 'IN_ADVANCE', enableProration: true }),
    seats: license(ids.seats, tiered({ above: 0, price: { USD: '30' } }), { usageCycle: null, proratedRefundMode: 'PAYMENT' }),
    calls: usage(ids.calls, calls),
  });
  await associate(org, team);
  return { org, team, ids };
}

/** An active plan of these rate cards, monthly from the 1st. */
export async function finalized(org: Organization, name: string, cards: Readonly<Record<string, object>>): Promise<string> {
  const pricePlanId = await emptyPlan(org, { name });
  await upsert(org, pricePlanId, cards);
  await org.done('finalizePricePlan', 'pricePlan { status }', { pricePlanId }, 'pricePlan');
  return pricePlanId;
}

/** Attaches a plan to `acme`, from November 1st on unless said otherwise. */
export const associate = (org: Organization, pricePlanId: string, other: object = {}) =>
  mutate(org, 'updatePricingSchedule', { accountId: 'acme', pricePlanId, ...NOVEMBER, ...other });
