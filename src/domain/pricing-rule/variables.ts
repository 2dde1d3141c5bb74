import type { RateCard, RateCardType } from '../rate-card/rate-card.ts';

/** The key of each family of rate cards in the names of variables. */
const VARIABLE_KEYS: Readonly<Record<RateCardType, string>> = {
  USAGE: 'urc',
  FIXED_FEE: 'ff',
  LICENSE: 'lic',
  BILLING_ENTITLEMENT: 'be',
  ENTITLEMENT_OVERAGE: 'eo',
  CREDIT_GRANT: 'cg',
  MINIMUM_COMMITMENT: 'mc',
};

/** The variables of the cycle itself: its first day, and the first day after it. */
export const DAY_VARIABLES = ['invoice.start_date', 'invoice.end_date'] as const;

/** Returns every variable that rules with these cards can use (README, "Pricing rules"), in the order of the cards. */
export function variablesOf(cards: readonly RateCard[]): ReadonlySet<string> {
  const subjects = cards.flatMap(({ type, name, tag }) => [`${VARIABLE_KEYS[type]}.${name}`, ...(tag === null ? [] : [`tag.${tag}`])]);
  return new Set([
    ...subjects.flatMap((subject) => [`usage.${subject}`, `revenue.${subject}`]),
    'revenue.rate_card_total',
    ...DAY_VARIABLES,
  ]);
}

/** Returns the other names of the same variables: by the id of the billable item, and `ber` for `be`. */
export function variableAliases(cards: readonly RateCard[]): readonly string[] {
  const aliases = cards.flatMap((card) => {
    const { names, ids } = subjectsOf(card);
    return [...names.slice(1), ...ids];
  });
  return aliases.flatMap((subject) => [`usage.${subject}`, `revenue.${subject}`]);
}

/** Returns the variables of usage and overage, which are known only when a cycle has ended. */
export function lateVariables(cards: readonly RateCard[]): ReadonlySet<string> {
  const late = cards.filter(({ type }) => type === 'USAGE' || type === 'ENTITLEMENT_OVERAGE').map(subjectsOf);
  return new Set(late.flatMap(({ names, ids }) => [...names, ...ids]).flatMap((subject) => [`usage.${subject}`, `revenue.${subject}`]));
}

/** What a card is called in variables and targets, after `usage.` or `revenue.`. */
function subjectsOf({ type, name, billableId }: RateCard): { readonly names: readonly string[]; readonly ids: readonly string[] } {
  const keys = [VARIABLE_KEYS[type], ...(ALIAS_KEYS[type] ?? [])];
  return { names: keys.map((key) => `${key}.${name}`), ids: billableId === null ? [] : keys.map((key) => `${key}.${billableId}`) };
}

/** Returns the index of each card by what variables and targets call them. A card's own name comes before the billable item of another card. */
export function bySubject<Item extends { readonly card: RateCard }>(items: readonly Item[]): ReadonlyMap<string, number> {
  const subjects = items.map(({ card }) => subjectsOf(card));
  const indexed = (part: 'names' | 'ids') => subjects.flatMap((subject, i) => subject[part].map((name) => [name, i] as const)).toReversed();
  return new Map([...indexed('ids'), ...indexed('names')]);
}

/** Other keys of a family. */
const ALIAS_KEYS: Readonly<Partial<Record<RateCardType, readonly string[]>>> = { BILLING_ENTITLEMENT: ['ber'] };

const MAX_LISTED = 8;

/** Returns a readable list of the variables with the longest prefix in common with `name`. A short list is complete. */
export function nearest(name: string, variables: ReadonlySet<string>): string {
  const likely = [...variables].toSorted((a, b) => commonStart(name, b) - commonStart(name, a)).slice(0, MAX_LISTED);
  const others = variables.size - likely.length;
  return `${likely.map((variable) => `"${variable}"`).join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}

function commonStart(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  const length = [...left].findIndex((_, i) => left[i] !== right[i]);
  return length < 0 ? left.length : length;
}
