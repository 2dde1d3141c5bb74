/**
 * A model of rating that shares no code with the engine: quotients of BigInts that are never reduced, calendar days counted by Date, licenses
 * day by day. It reads the samples of `random-statements.ts` and answers the exact cost of each card, and of the cycle.
 */
export type Q = readonly [bigint, bigint];

const ZERO: Q = [0n, 1n];
const plus = ([a, b]: Q, [c, d]: Q): Q => [a * d + c * b, b * d];
const minus = (a: Q, [c, d]: Q): Q => plus(a, [-c, d]);
const times = ([a, b]: Q, [c, d]: Q): Q => [a * c, b * d];
const below = ([a, b]: Q, [c, d]: Q): boolean => a * d < c * b;
const sum = (values: readonly Q[]): Q => values.reduce(plus, ZERO);
export const equal = ([a, b]: Q, [c, d]: Q): boolean => a * d === c * b;
/** Hundredths: every number of a sample is a whole number of them. */
const cents = (value: number): Q => [BigInt(value), 100n];

const DAY = 86_400_000;
/** Days since 1970. */
export type DayNumber = number;
const dateOf = (day: DayNumber): Date => new Date(day * DAY);
const dayNumber = (year: number, month: number, date: number): DayNumber => Date.UTC(year, month, date) / DAY;

export interface ModelSlab {
  readonly start: number;
  readonly per: 'FLAT' | 'PER_UNIT' | 'PACKAGE';
  readonly size: number;
  readonly rate: number;
  readonly min: number | null;
  readonly max: number | null;
}
export interface Slabs {
  readonly model: 'TIERED' | 'VOLUME';
  readonly steps: readonly ModelSlab[];
  readonly min: number | null;
  readonly max: number | null;
}
type Recurs = { readonly interval: number; readonly offset: number; readonly inAdvance: boolean };
export type ModelCard =
  | ({ readonly type: 'FEE'; readonly rate: number; readonly once: boolean; readonly prorated: boolean } & Recurs)
  | { readonly type: 'USAGE'; readonly slabs: Slabs; readonly quantity: number }
  | ({ readonly type: 'OVERAGE'; readonly slabs: Slabs; readonly quantity: number; readonly most: number | null } & Recurs)
  | ({ readonly type: 'ENTITLEMENT'; readonly slabs: Slabs } & Recurs)
  | {
      readonly type: 'LICENSE';
      readonly slabs: Slabs;
      readonly inAdvance: boolean;
      readonly prorated: boolean;
      readonly weekly: boolean;
      readonly refund: 'NONE' | 'PAYMENT' | 'CREDITS' | null;
      /** Absolute quantities, each from a half day on, counted in half days since 1970. */
      readonly held: readonly (readonly [number, number])[];
    };
export type ModelRule =
  | { readonly type: 'ADD_SHARE'; readonly percent: number; readonly inAdvance: boolean }
  | { readonly type: 'DISCOUNT_CARD'; readonly card: number; readonly percent: number }
  | { readonly type: 'FREE_UNITS'; readonly card: number; readonly units: number; readonly above: number };
export interface ModelCase {
  readonly dayOffset: number;
  readonly from: DayNumber;
  /** Null: the schedule goes on. */
  readonly until: DayNumber | null;
  readonly ordinal: number;
  readonly isProrated: boolean;
  readonly cards: readonly ModelCard[];
  readonly commitment: number | null;
  readonly rules: readonly ModelRule[];
}

export interface ModelAnswer {
  readonly cards: readonly Q[];
  readonly total: Q;
}

/** Null where the schedule has no such cycle. */
export function modelled({ dayOffset, from, until, ordinal, isProrated, cards, commitment, rules }: ModelCase): ModelAnswer | null {
  const starts = boundaries(dayOffset, from);
  const nominal = [starts[ordinal - 1] ?? 0, starts[ordinal] ?? 0] as const;
  const end = until ?? Number.MAX_SAFE_INTEGER;
  const served = [Math.max(nominal[0], from), Math.min(nominal[1], end)] as const;
  if (served[0] >= served[1]) return null;

  const isDue = (card: Recurs): boolean => {
    const past = ordinal - card.offset - 1;
    if (past < 0) return false;
    const place = past % card.interval;
    return card.inAdvance ? place === 0 : place === card.interval - 1 || served[1] === end;
  };
  const cost = (card: ModelCard, quantity?: Q): Q => {
    if (card.type === 'FEE') {
      if (card.once ? ordinal !== card.offset + 1 : !isDue(card)) return ZERO;
      if (card.once || !card.prorated || !isProrated) return cents(card.rate);
      const first = ordinal - ((ordinal - card.offset - 1) % card.interval);
      const [start, stop] = [starts[first - 1] ?? 0, starts[first + card.interval - 1] ?? 0];
      const days = Math.min(stop, end) - Math.max(start, from);
      return times(cents(card.rate), [BigInt(days), BigInt(stop - start)]);
    }
    if (card.type === 'ENTITLEMENT') return isDue(card) ? priced(card.slabs, [1n, 1n]) : ZERO;
    if (card.type === 'LICENSE') return licensed(card, nominal, served, isProrated);
    const units = quantity ?? cents(card.quantity);
    if (card.type === 'USAGE') return priced(card.slabs, units);
    if (!isDue(card)) return ZERO;
    return priced(card.slabs, card.most !== null && below(cents(card.most), units) ? cents(card.most) : units);
  };

  const revenue = cards.map((card) => cost(card));
  const quantities = cards.map((card) => (card.type === 'USAGE' ? card.quantity : 0));
  const additions: Q[] = [];
  for (const rule of rules) {
    if (rule.type === 'ADD_SHARE') {
      const own = cards.flatMap((card, i) => (inAdvance(card) === rule.inAdvance ? [revenue[i] ?? ZERO] : []));
      additions.push(times(sum(own), cents(rule.percent)));
    } else {
      const card = cards[rule.card];
      if (!card) continue;
      if (rule.type === 'DISCOUNT_CARD') revenue[rule.card] = times(revenue[rule.card] ?? ZERO, cents(rule.percent));
      else if (card.type === 'USAGE' && (quantities[rule.card] ?? 0) > rule.above) {
        const left = Math.max(0, (quantities[rule.card] ?? 0) - rule.units);
        quantities[rule.card] = left;
        revenue[rule.card] = cost(card, cents(left));
      }
    }
  }
  const subtotal = sum(revenue);
  const short = commitment === null ? ZERO : minus(cents(commitment), subtotal);
  return { cards: revenue, total: sum([subtotal, below(ZERO, short) ? short : ZERO, ...additions]) };
}

export const inAdvance = (card: ModelCard): boolean => 'inAdvance' in card && card.type !== 'OVERAGE' && card.inAdvance;

/** The starts of uncut months from the one that `from` lies in, each on the offset or on the month's last day. */
function boundaries(dayOffset: number, from: DayNumber): readonly DayNumber[] {
  const [year, month] = [dateOf(from).getUTCFullYear(), dateOf(from).getUTCMonth()];
  const startIn = (index: number) => Math.min(dayNumber(year, month + index, dayOffset), dayNumber(year, month + index + 1, 0));
  const overflowing = (index: number) => (dayOffset > 28 ? startIn(index) : dayNumber(year, month + index, dayOffset));
  const all = Array.from({ length: 60 }, (_, i) => overflowing(i - 1));
  const first = all.findLastIndex((day) => day <= from);
  return all.slice(first);
}

function priced({ model, steps, min, max }: Slabs, quantity: Q): Q {
  const from = (i: number) => cents(steps[i]?.start ?? 0);
  let last = 0;
  for (let i = 1; i < steps.length; i++) if (below(from(i), quantity)) last = i;
  const amounts = steps.map((step, i): Q => {
    if (model === 'VOLUME') return i === last ? slab(step, quantity) : ZERO;
    if (i > last) return ZERO;
    return slab(step, minus(i === last ? quantity : from(i + 1), from(i)));
  });
  return clamped(sum(amounts), min, max);
}

function slab({ per, size, rate, min, max }: ModelSlab, units: Q): Q {
  if (equal(units, ZERO)) return clamped(ZERO, min, max);
  if (per === 'FLAT') return clamped(cents(rate), min, max);
  if (per === 'PER_UNIT') return clamped(times(units, cents(rate)), min, max);
  const [a, b] = units;
  const size100 = BigInt(size);
  // Packages of `size` hundredths: whole ones, and one more for a rest.
  const whole = (a * 100n) / (b * size100);
  const rest = (a * 100n) % (b * size100);
  return clamped(times([rest > 0n ? whole + 1n : whole, 1n], cents(rate)), min, max);
}

function clamped(value: Q, min: number | null, max: number | null): Q {
  const raised = min !== null && below(value, cents(min)) ? cents(min) : value;
  return max !== null && below(cents(max), raised) ? cents(max) : raised;
}

function licensed(
  card: Extract<ModelCard, { type: 'LICENSE' }>,
  nominal: readonly [DayNumber, DayNumber],
  served: readonly [DayNumber, DayNumber],
  isProrated: boolean,
): Q {
  const steps = card.held.toSorted(([a], [b]) => a - b);
  const at = (half: number): number => steps.findLast(([from]) => from <= half)?.[1] ?? 0;
  const onDay = (day: DayNumber): Q => cents(Math.max(at(day * 2), at(day * 2 + 1)));
  const windows = card.weekly ? weeks(nominal, served) : [{ length: nominal[1] - nominal[0], start: served[0], end: served[1] }];
  return sum(
    windows.map(({ length, start, end }) => {
      const days = Array.from({ length: end - start }, (_, i) => start + i);
      if (!card.prorated || !isProrated) {
        const most = days.map(onDay).reduce((a, b) => (below(a, b) ? b : a), ZERO);
        return priced(card.slabs, most);
      }
      const share = (quantity: Q, count: number): Q => times(priced(card.slabs, quantity), [BigInt(count), BigInt(length)]);
      if (!card.inAdvance) return sum(days.map((day) => share(onDay(day), 1)));
      let paid = cents(at(start * 2));
      let amount = share(paid, days.length);
      for (const day of days) {
        const now = onDay(day);
        const isLess = below(now, paid);
        if (isLess && card.refund !== 'PAYMENT' && card.refund !== 'CREDITS') continue;
        if (!isLess || card.refund === 'PAYMENT') amount = plus(amount, minus(share(now, end - day), share(paid, end - day)));
        paid = now;
      }
      return amount;
    }),
  );
}

function weeks([start, end]: readonly [DayNumber, DayNumber], served: readonly [DayNumber, DayNumber]) {
  const found: { length: number; start: DayNumber; end: DayNumber }[] = [];
  for (let day = start; day < end; day += 7) {
    const [from, to] = [Math.max(day, served[0]), Math.min(day + 7, end, served[1])];
    if (from < to) found.push({ length: 7, start: from, end: to });
  }
  return found;
}
