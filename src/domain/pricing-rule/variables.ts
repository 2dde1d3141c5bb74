import type { RateCard, RateCardType } from '../rate-card/rate-card.ts';

/** The key of each family of rate cards in the names of variables. */
export const VARIABLE_KEYS: Readonly<Record<RateCardType, string>> = {
  USAGE: 'urc',
  FIXED_FEE: 'ff',
  LICENSE: 'lic',
  BILLING_ENTITLEMENT: 'be',
  ENTITLEMENT_OVERAGE: 'eo',
  CREDIT_GRANT: 'cg',
  MINIMUM_COMMITMENT: 'mc',
};

/** Returns every variable that rules with these cards can use (README, "Pricing rules"), in the order of the cards. */
export function variablesOf(cards: readonly RateCard[]): ReadonlySet<string> {
  const subjects = cards.flatMap(({ type, name, tag }) => [`${VARIABLE_KEYS[type]}.${name}`, ...(tag === null ? [] : [`tag.${tag}`])]);
  return new Set([...subjects.flatMap((subject) => [`usage.${subject}`, `revenue.${subject}`]), 'revenue.rate_card_total']);
}

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
