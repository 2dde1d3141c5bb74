import { grouped } from '../count.ts';
import { jsonBytes } from '../json-limits.ts';
import { invalid, notFound, precondition, type RefusalOf } from '../refusal.ts';
import { ok, type Result, refuse, withPath } from '../result.ts';
import { type RateCardFamily, type RateCardInput, TYPE_BY_FAMILY } from './input.ts';
import { familyOf, parseRateCard, parseRateCardName } from './parse.ts';
import type { RateCard } from './rate-card.ts';

export const RATE_CARD_ACTIONS = ['CREATE', 'UPDATE', 'DELETE', 'UPSERT'] as const;

/** One change of an owner's rate cards. */
export interface RateCardOperation {
  readonly actionType: (typeof RATE_CARD_ACTIONS)[number];
  /** The name of the card to change or create. A CREATE without a name uses the id of the billable item. */
  readonly rateCardName?: string | null | undefined;
  /** The whole card after the change. Not allowed with DELETE. */
  readonly rateCard?: RateCardInput | null | undefined;
}

const MAX_OPERATIONS = 100;
const MAX_CARDS = 200;
/** All cards of an owner are read as one value, with quotes escaped and often twice in a row, and a row of D1 holds 2 MB. */
const MAX_BYTES = 500_000;
const MAX_NAME = 50;

/**
 * Applies the operations in order, all or none (README, "Rate cards"). An updated card keeps its position and name; a new one is last.
 * Refuses with DUPLICATE_NAME, DUPLICATE_BILLABLE, RATE_CARD_NOT_FOUND, LIMIT_EXCEEDED (above 100 operations, 200 cards or 500,000 bytes of
 * cards), and every refusal of `parseRateCard`. Paths begin with the index of the operation.
 */
export function applyRateCardOperations(cards: readonly RateCard[], operations: readonly RateCardOperation[]): Result<readonly RateCard[]> {
  const counted = requireOperationCount(operations);
  if (!counted.ok) return counted;
  const bytesOf = byteCounter();
  let current = cards;
  for (const [i, operation] of operations.entries()) {
    const next = operation.actionType === 'DELETE' ? remove(current, operation) : write(current, operation, bytesOf);
    if (!next.ok) return withPath(next, i);
    current = next.value;
  }
  return ok(current);
}

/** Refuses with LIMIT_EXCEEDED more cards than an owner may have. */
export function requireFewCards(cards: readonly RateCard[]): Result<readonly RateCard[]> {
  return withinLimits(cards, byteCounter());
}

/** Refuses with LIMIT_EXCEEDED anything but 1 to 100 operations. A separate check, so that nothing is loaded for too many. */
export function requireOperationCount({ length }: readonly RateCardOperation[]): Result<undefined> {
  if (length >= 1 && length <= MAX_OPERATIONS) return ok();
  return refuse(invalid(`Send 1 to ${MAX_OPERATIONS} operations, not ${length}.`, [], 'LIMIT_EXCEEDED'));
}

function remove(cards: readonly RateCard[], { rateCardName, rateCard }: RateCardOperation): Result<readonly RateCard[]> {
  if (rateCard) return refuse(invalid('A DELETE takes only `rateCardName`. Omit `rateCard`.', ['rateCard']));
  const name = nameOf(cards, rateCardName, 'DELETE');
  if (!name.ok) return name;
  const left = cards.filter((card) => card.name !== name.value);
  return left.length < cards.length ? ok(left) : refuse(unknownCard(name.value));
}

function write(
  cards: readonly RateCard[],
  { actionType, rateCardName, rateCard }: RateCardOperation,
  bytesOf: ByteCounter,
): Result<readonly RateCard[]> {
  if (!rateCard) return refuse(invalid(`${actionType} needs a \`rateCard\`.`, ['rateCard']));
  const family = withPath(familyOf(rateCard), 'rateCard');
  if (!family.ok) return family;
  const isNameless = actionType === 'CREATE' && (rateCardName === null || rateCardName === undefined);
  const name = isNameless ? ok(generatedName(cards, rateCard, family.value)) : nameOf(cards, rateCardName, actionType);
  if (!name.ok) return name;

  const index = cards.findIndex((card) => card.name === name.value);
  if (index < 0 && actionType === 'UPDATE') return refuse(unknownCard(name.value));
  if (index >= 0 && actionType === 'CREATE') return refuse(duplicateName(name.value));

  const card = withPath(parseRateCard(name.value, rateCard), 'rateCard');
  if (!card.ok) return card;
  const clash = clashOf(cards, card.value, family.value);
  if (clash) return refuse(clash);
  return withinLimits(index < 0 ? [...cards, card.value] : cards.with(index, card.value), bytesOf);
}

function withinLimits(cards: readonly RateCard[], bytesOf: ByteCounter): Result<readonly RateCard[]> {
  if (cards.length > MAX_CARDS) {
    return refuse(precondition('LIMIT_EXCEEDED', `There are ${MAX_CARDS} rate cards, which is the maximum. Delete one first.`));
  }
  const bytes = cards.reduce((sum, card) => sum + bytesOf(card), 0);
  if (bytes <= MAX_BYTES) return ok(cards);
  const message = `All rate cards together have at most ${grouped(MAX_BYTES)} bytes as JSON; with this one they would have ${grouped(bytes)}. Use fewer slabs or currencies.`;
  return refuse(precondition('LIMIT_EXCEEDED', message, ['rateCard']));
}

type ByteCounter = (card: RateCard) => number;

/** Returns a function that counts a card's bytes as JSON and serializes each card only once. */
function byteCounter(): ByteCounter {
  const bytesByCard = new Map<RateCard, number>();
  return (card) => {
    const bytes = bytesByCard.get(card) ?? jsonBytes(card);
    bytesByCard.set(card, bytes);
    return bytes;
  };
}

/** An existing card with exactly this name is used, even if a new card could not have the name. */
function nameOf(cards: readonly RateCard[], name: string | null | undefined, action: string): Result<string> {
  if (cards.some((card) => card.name === name)) return ok(name ?? '');
  if (name !== null && name !== undefined) return withPath(parseRateCardName(name), 'rateCardName');
  return refuse(invalid(`${action} needs the name of the rate card.`, ['rateCardName']));
}

/** The id of the billable item, or the name of the family if there is no item, with a number if the name is in use. */
function generatedName(cards: readonly RateCard[], input: RateCardInput, family: RateCardFamily): string {
  const item = parseRateCardName((family === 'minimumCommitment' ? null : input[family]?.billableId) ?? '');
  const base = item.ok ? item.value : TYPE_BY_FAMILY[family].toLowerCase();
  const names = new Set(cards.map((card) => card.name));
  let name = base;
  for (let n = 2; names.has(name); n++) name = `${[...base].slice(0, MAX_NAME - `-${n}`.length).join('')}-${n}`;
  return name;
}

/** The refusal of a card that prices what another card prices. Cards without an item do not clash, because they are incomplete. */
function clashOf(cards: readonly RateCard[], card: RateCard, family: RateCardFamily): RefusalOf<'Precondition'> | null {
  const others = cards.filter((other) => other.name !== card.name);
  if (card.type === 'MINIMUM_COMMITMENT') {
    const other = others.find(({ type }) => type === 'MINIMUM_COMMITMENT');
    const message = `At most one minimum commitment is allowed, and "${other?.name}" is one. Update that card.`;
    return other ? precondition('DUPLICATE_BILLABLE', message, ['rateCard', family]) : null;
  }
  const other = others.find(({ billableId }) => billableId !== null && billableId === card.billableId);
  const message = `"${card.billableId}" is already priced by the rate card "${other?.name}". Update that card, or delete it first.`;
  return other ? precondition('DUPLICATE_BILLABLE', message, ['rateCard', family, 'billableId']) : null;
}

const unknownCard = (name: string) => notFound('rate card', name, ['rateCardName'], { code: 'RATE_CARD_NOT_FOUND' });

const duplicateName = (name: string) =>
  precondition('DUPLICATE_NAME', `A rate card named "${name}" already exists. Use another name, or UPDATE that card.`, ['rateCardName']);
