import { grouped } from '../count.ts';
import type { RateCard } from '../rate-card/rate-card.ts';
import { invalid } from '../refusal.ts';
import { okUnless, type Result } from '../result.ts';
import { contains } from '../timeline/period.ts';
import type { RatedCycle } from './cycle.ts';
import type { Licenses } from './licenses.ts';
import { windowsOf } from './windows.ts';

/** Maximum lines of a statement. 200 rate cards with 100 slabs each have 20,000. */
export const MAX_LINES = 50_000;

/**
 * Refuses a statement that could have more than 50,000 lines, before any is computed. A license is priced once for each window of its usage
 * cycle and for each change of its quantity, each time by all of its slabs: 53 weeks of 100 slabs are 5,300 lines.
 */
export function checkSize(cards: readonly RateCard[], cycle: RatedCycle, licenses: ReadonlyMap<string, Licenses>): Result<undefined> {
  const lines = cards.reduce((sum, card) => sum + mostLines(card, cycle, licenses), 0);
  const message = `The statement could have ${grouped(lines)} lines; at most ${grouped(MAX_LINES)} are allowed. Use fewer slabs, license entries or usage cycles.`;
  return okUnless(lines <= MAX_LINES ? [] : [invalid(message, [], 'LIMIT_EXCEEDED')], undefined);
}

function mostLines(card: RateCard, cycle: RatedCycle, licenses: ReadonlyMap<string, Licenses>): number {
  if (card.type !== 'LICENSE') return 'ratePlan' in card ? card.ratePlan.slabs.length : 1;
  const windows = card.usageCycle === null ? 1 : windowsOf(card.usageCycle, cycle).length;
  const days = licenses.get(card.billableId ?? '')?.changes.filter((day) => contains(cycle.served, day)) ?? [];
  return (windows + new Set(days).size) * card.ratePlan.slabs.length;
}
