import { contentEquals } from '../content-text.ts';
import { type FieldChange, fieldChanges } from '../field-changes.ts';
import { cycleContent, type PricingCycleConfig } from '../pricing-cycle.ts';
import { type PricingRule, ruleContent } from '../pricing-rule/pricing-rule.ts';
import type { RateCard } from '../rate-card/rate-card.ts';
import type { PlanTerms, PlanVersion } from './price-plan.ts';

/** The content of a version. A row holds a card, and whatever else its reader shows. */
export interface VersionContent<Row extends CardRow> extends PlanTerms, Pick<PlanVersion, 'description'> {
  readonly rateCards: readonly Row[];
}

export interface CardRow {
  readonly card: RateCard;
}

/** The changes of named things: added, removed, and changed under the same name. */
export interface NamedChanges<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly { readonly name: string; readonly before: T; readonly after: T; readonly fields: readonly FieldChange[] }[];
}

/** The difference between two versions (README, "Price plans"). */
export interface PlanDiff<Row extends CardRow> {
  /** Differences of description, cycle and flags. */
  readonly terms: readonly FieldChange[];
  readonly currencies: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly rateCards: NamedChanges<Row>;
  readonly pricingRules: NamedChanges<PricingRule>;
}

/** Returns how `after` differs from `before` (README, "Content"). Cards and rules are matched by name. */
export function planDiff<Row extends CardRow>(before: VersionContent<Row>, after: VersionContent<Row>): PlanDiff<Row> {
  return {
    terms: fieldChanges(termsOf(before), { ...termsOf(after), pricingCycle: spellLike(before.pricingCycle, after.pricingCycle) }),
    currencies: {
      added: after.currencies.filter((currency) => !before.currencies.includes(currency)),
      removed: before.currencies.filter((currency) => !after.currencies.includes(currency)),
    },
    rateCards: namedChanges(before.rateCards, after.rateCards, ({ card }) => card),
    pricingRules: namedChanges(before.pricingRules, after.pricingRules, ruleContent),
  };
}

/** Whether two versions have the same content. */
export function isEmptyDiff({ terms, currencies, rateCards, pricingRules }: PlanDiff<CardRow>): boolean {
  const lists = [terms, ...Object.values(currencies), ...Object.values(rateCards), ...Object.values(pricingRules)];
  return lists.every((list) => list.length === 0);
}

const termsOf = ({ description, pricingCycle, deferredRevenue, allowOngoingCycleUpdates }: VersionContent<CardRow>) => ({
  description,
  pricingCycle,
  deferredRevenue,
  allowOngoingCycleUpdates,
});

/** Writes the offsets of a cycle as another cycle writes them, if they mean the same day and month. */
function spellLike(other: PricingCycleConfig | null, cycle: PricingCycleConfig | null): PricingCycleConfig | null {
  if (!other || !cycle || other.interval !== cycle.interval) return cycle;
  const equivalent = (['dayOffset', 'monthOffset'] as const).filter((offset) =>
    contentEquals(cycleContent(cycle), cycleContent({ ...cycle, [offset]: other[offset] })),
  );
  return { ...cycle, ...Object.fromEntries(equivalent.map((offset) => [offset, other[offset]])) };
}

function namedChanges<T>(before: readonly T[], after: readonly T[], contentOf: (item: T) => { readonly name: string }): NamedChanges<T> {
  const byName = (items: readonly T[]) => new Map(items.map((item) => [contentOf(item).name, item]));
  const [earlier, later] = [byName(before), byName(after)];
  return {
    added: after.filter((item) => !earlier.has(contentOf(item).name)),
    removed: before.filter((item) => !later.has(contentOf(item).name)),
    changed: after.flatMap((item) => {
      const { name } = contentOf(item);
      const earlierItem = earlier.get(name);
      const fields = earlierItem === undefined ? [] : fieldChanges(contentOf(earlierItem), contentOf(item));
      return earlierItem === undefined || fields.length === 0 ? [] : [{ name, before: earlierItem, after: item, fields }];
    }),
  };
}
