import { jsonBytes } from '../json-limits.ts';
import { invalid, notFound, precondition, type RefusalOf } from '../refusal.ts';
import { ok, type Result, refuse, withPath } from '../result.ts';
import { type RateCardFamily, type RateCardInput, TYPE_BY_FAMILY } from './input.ts';
import { familyOf, parseRateCard, parseRateCardName } from './parse.ts';
import type { RateCard } from './rate-card.ts';

export const RATE_CARD_ACTIONS = ['CREATE', 'UPDATE', 'DELETE', 'UPSERT'] as const;

/** One change to an owner's rate cards. */
export interface RateCardOperation {
  readonly actionType: (typeof RATE_CARD_ACTIONS)[number];
  /** The card changed, or the name of a new one; a CREATE without it gets a name made from what it prices. */
  readonly rateCardName?: string | null | undefined;
  /** The whole card as it will be; not with DELETE. */
  readonly rateCard?: RateCardInput | null | undefined;
}

const MAX_OPERATIONS = 100;
const MAX_CARDS = 200;
/** All cards of an owner are read as one value, with quotes escaped and often twice in a row, and a row holds 2 MB. */
const MAX_BYTES = 500_000;
const MAX_NAME = 50;

/**
 * The cards after the operations, in order, all or nothing (README, "Rate cards"). A card updated keeps its place and name, a new one comes last.
 * Refuses DUPLICATE_NAME, DUPLICATE_BILLABLE, RATE_CARD_NOT_FOUND, LIMIT_EXCEEDED above 100 operations, 200 cards or 500,000 bytes of
 * cards, and whatever a card is refused for; the path begins with the index of the operation at fault.
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

/** Refuses LIMIT_EXCEEDED for more cards than an owner may have. */
export function requireFewCards(cards: readonly RateCard[]): Result<readonly RateCard[]> {
  return withinLimits(cards, byteCounter());
}

/** 1 to 100 operations: LIMIT_EXCEEDED. Asked by itself, so that nothing is read for more. */
export function requireOperationCount({ length }: readonly RateCardOperation[]): Result<undefined> {
  if (length >= 1 && length <= MAX_OPERATIONS) return ok();
  return refuse(invalid(`Give 1 to ${MAX_OPERATIONS} operations, not ${length}.`, [], 'LIMIT_EXCEEDED'));
}

function remove(cards: readonly RateCard[], { rateCardName, rateCard }: RateCardOperation): Result<readonly RateCard[]> {
  if (rateCard) return refuse(invalid('A DELETE needs the name alone; leave the rateCard out.', ['rateCard']));
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
  if (!rateCard) return refuse(invalid(`${actionType} needs the rateCard to write.`, ['rateCard']));
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
    return refuse(
      precondition('LIMIT_EXCEEDED', `There are at most ${MAX_CARDS} rate cards, and this would be one more; delete one first.`),
    );
  }
  const bytes = cards.reduce((sum, card) => sum + bytesOf(card), 0);
  if (bytes <= MAX_BYTES) return ok(cards);
  const message = `All rate cards together take at most ${MAX_BYTES} bytes as JSON; with this one it would be ${bytes}. Use fewer slabs or currencies.`;
  return refuse(precondition('LIMIT_EXCEEDED', message, ['rateCard']));
}

type ByteCounter = (card: RateCard) => number;

/** How many bytes a card is as JSON; each card is written out once, however often it is asked about. */
function byteCounter(): ByteCounter {
  const bytesByCard = new Map<RateCard, number>();
  return (card) => {
    const bytes = bytesByCard.get(card) ?? jsonBytes(card);
    bytesByCard.set(card, bytes);
    return bytes;
  };
}

/** A card that has exactly this name is meant, even where a new one would be given another. */
function nameOf(cards: readonly RateCard[], name: string | null | undefined, action: string): Result<string> {
  if (cards.some((card) => card.name === name)) return ok(name ?? '');
  if (name !== null && name !== undefined) return withPath(parseRateCardName(name), 'rateCardName');
  return refuse(invalid(`${action} needs the name of the rate card.`, ['rateCardName']));
}

/** The id of the billable item, or the family where there is none; numbered where another card has taken that name. */
function generatedName(cards: readonly RateCard[], input: RateCardInput, family: RateCardFamily): string {
  const item = parseRateCardName((family === 'minimumCommitment' ? null : input[family]?.billableId) ?? '');
  const base = item.ok ? item.value : TYPE_BY_FAMILY[family].toLowerCase();
  const names = new Set(cards.map((card) => card.name));
  let name = base;
  for (let n = 2; names.has(name); n++) name = `${[...base].slice(0, MAX_NAME - `-${n}`.length).join('')}-${n}`;
  return name;
}

/** What another card already prices. Cards that name no item yet do not clash: they are incomplete. */
function clashOf(cards: readonly RateCard[], card: RateCard, family: RateCardFamily): RefusalOf<'Precondition'> | null {
  const others = cards.filter((other) => other.name !== card.name);
  if (card.type === 'MINIMUM_COMMITMENT') {
    const other = others.find(({ type }) => type === 'MINIMUM_COMMITMENT');
    const message = `There is one minimum commitment at most, and "${other?.name}" is it; update that one.`;
    return other ? precondition('DUPLICATE_BILLABLE', message, ['rateCard', family]) : null;
  }
  const other = others.find(({ billableId }) => billableId !== null && billableId === card.billableId);
  const message = `"${card.billableId}" is priced by the rate card "${other?.name}" already; update that one, or delete it first.`;
  return other ? precondition('DUPLICATE_BILLABLE', message, ['rateCard', family, 'billableId']) : null;
}

const unknownCard = (name: string) => notFound('rate card', name, ['rateCardName'], 'RATE_CARD_NOT_FOUND');

const duplicateName = (name: string) =>
  precondition('DUPLICATE_NAME', `A rate card is named "${name}" already; give another name, or UPDATE that card.`, ['rateCardName']);
