import type { Decimal } from '../decimal.ts';
import { sum } from '../decimal.ts';
import { invalid } from '../refusal.ts';
import { all, ok, okUnless, type Result } from '../result.ts';
import type { LicenseUpdate } from '../schedule/license-update.ts';
import type { Period } from '../timeline/period.ts';
import { type Assumptions, isScaled, licensesHeld, usageIn } from './assumptions.ts';
import { type AssumptionMade, assumptionsMade } from './assumptions-made.ts';
import type { CountedCard } from './card.ts';
import { type Fraction, NOUGHT, total } from './fraction.ts';
import { type Invoice, invoicesOf } from './invoices.ts';
import { gapsBetween, type PricedSchedule, type ScheduleCycle } from './schedule-cycles.ts';
import { type Statement, type StatementInput, statementOf } from './statement.ts';

/** Maximum cycles of one estimate. */
export const MAX_CYCLES = 24;

/** What an estimate is made of. */
export interface EstimateInput {
  /** The days that are estimated. A cycle belongs to them as a whole if it begins on one of them. */
  readonly period: Period;
  readonly cycles: readonly ScheduleCycle[];
  readonly currency: string;
  readonly assumptions: Assumptions;
  /** The recorded license updates of the account, in the order in which they were recorded. */
  readonly licenseUpdates: readonly LicenseUpdate[];
  /** Quantities other than 1 of fees, entitlements and grants that a purchase buys, and that its price alone counts. */
  readonly bought?: readonly BoughtQuantity[] | undefined;
}

/** How many of a fee, entitlement or grant a purchase buys. */
export interface BoughtQuantity {
  readonly card: CountedCard;
  readonly quantity: Decimal;
}

/** Usage that a cycle is priced with. */
export interface AssumedUsage {
  readonly billableId: string;
  readonly quantity: Fraction;
  /** Whether the quantity of a whole cycle was reduced to the days of one that is cut. */
  readonly isScaled: boolean;
}

/** A cycle of an estimate. */
export interface EstimatedCycle {
  readonly schedule: PricedSchedule;
  readonly usage: readonly AssumedUsage[];
  readonly statement: Statement;
}

/** What cycles cost if everything stays as it is, and the assumptions hold. */
export interface Estimate {
  readonly currency: string;
  readonly period: Period;
  /** The sum of what the statements show. */
  readonly total: Decimal;
  /** The sum of the exact amounts, equal in both views. */
  readonly exact: Fraction;
  readonly cycles: readonly EstimatedCycle[];
  readonly invoices: readonly Invoice[];
  /** Days between the cycles on which nothing is in force, and which cost nothing. */
  readonly gaps: readonly Period[];
  readonly assumptions: readonly AssumptionMade[];
}

/** Refuses a number of cycles that no estimate has. */
export function checkCycles(cycles: number): Result<undefined> {
  const isAllowed = cycles >= 1 && cycles <= MAX_CYCLES;
  return okUnless(isAllowed ? [] : [invalid(`\`cycles\` is from 1 to ${MAX_CYCLES}, not ${cycles}.`, ['cycles'])], undefined);
}

/**
 * What consecutive cycles of a timeline cost (README, "Rating"): a statement of each, prorated where its rate cards say so, and the same lines by
 * invoice. Refuses what a statement refuses, and usage per cycle where the cycles have different intervals.
 */
export function estimate(input: EstimateInput): Result<Estimate> {
  const { period, cycles, currency, assumptions } = input;
  const intervals = checkIntervals(cycles, assumptions);
  if (!intervals.ok) return intervals;
  const licenses = licensesOf(input);
  const priced = all(
    cycles.map((each): Result<EstimatedCycle> => {
      const { schedule, cycle } = each;
      const statement = statementOf(statementInput(each, input, licenses));
      if (!statement.ok) return statement;
      const used = usageIn(cycle, assumptions.usage);
      const usage = assumptions.usage.map((given) => {
        return { billableId: given.billableId, quantity: used.get(given.billableId) ?? NOUGHT, isScaled: isScaled(cycle, given) };
      });
      return ok({ schedule, usage, statement: statement.value });
    }),
  );
  if (!priced.ok) return priced;
  const statements = priced.value.map(({ statement }) => statement);
  return ok({
    currency,
    period,
    total: sum(statements.map((statement) => statement.total)),
    exact: total(statements.map(({ root }) => root.exact)),
    cycles: priced.value,
    invoices: invoicesOf(statements),
    gaps: gapsBetween(cycles),
    assumptions: assumptionsMade(input, priced.value),
  });
}

/** The licenses that an estimate prices. */
export const licensesOf = ({ period, assumptions, licenseUpdates }: Omit<EstimateInput, 'cycles'>): StatementInput['licenses'] =>
  licensesHeld(licenseUpdates, assumptions.licenses, period.start);

/** What a cycle of an estimate is priced by. */
export function statementInput(
  { schedule, cycle }: ScheduleCycle,
  { currency, assumptions }: Pick<EstimateInput, 'currency' | 'assumptions'>,
  licenses: StatementInput['licenses'],
): StatementInput {
  return {
    ...{ currency, cycle, cards: schedule.cards, rules: schedule.rules, proration: 'BY_DAYS' },
    ...byFamily(schedule, usageIn(cycle, assumptions.usage)),
    licenses,
  };
}

/** Usage of a feature is overage where the schedule has a rate card for that; what no rate card prices is told by either map. */
function byFamily({ cards }: PricedSchedule, used: ReadonlyMap<string, Fraction>) {
  const features = new Set(cards.flatMap(({ type, billableId }) => (type === 'ENTITLEMENT_OVERAGE' ? (billableId ?? []) : [])));
  const [overage, usage] = [new Map<string, Fraction>(), new Map<string, Fraction>()];
  for (const [id, quantity] of used) (features.has(id) ? overage : usage).set(id, quantity);
  return { usage, overage };
}

/** Refuses quantities per cycle where cycles have different intervals: they mean something else in a month than in a quarter. */
export function checkIntervals(cycles: readonly ScheduleCycle[], assumptions: Assumptions): Result<undefined> {
  const intervals = [...new Set(cycles.map(({ schedule }) => schedule.served.config?.interval))];
  if (intervals.length < 2) return ok();
  const message = `The cycles are of different lengths (${intervals.join(', ')}), so a quantity per cycle is ambiguous. Give the quantity per \`DAY\`.`;
  const faults = assumptions.usage.flatMap(({ per }, i) => (per === 'CYCLE' ? [invalid(message, ['usage', i, 'per'])] : []));
  return okUnless(faults, undefined);
}
