import type { Address } from './customer.ts';

/** What replaces a personal text (README, "Erasure"). */
export const ERASED = '[erased]';

/**
 * How an erased alias begins; its id follows. No caller can add an alias that begins so: it could have the name that an erasure needs. An alias is
 * unique in its period.
 */
export const ERASED_ALIAS = '[erased ';

/** The address of an erased customer: every line is unknown. */
export const NO_ADDRESS: Address = {
  phoneNumber: null,
  line1: null,
  line2: null,
  postalCode: null,
  city: null,
  state: null,
  country: null,
};

/** The texts of a customer, an account or an alias that are ids or facts. */
const FACTS: ReadonlySet<string> = new Set(['id', 'orgId', 'customerId', 'accountId', 'status', 'invoiceCurrency']);
/** The fields that hold a customer, an account or aliases. */
const PARTS: ReadonlySet<string> = new Set(['customer', 'account', 'aliases']);

/**
 * Returns a recorded state of customers, accounts or aliases without its personal texts: `{ id: 'acc.1', name: 'Ada', tags: ['vip'], status:
 * 'ACTIVE' }` is `{ id: 'acc.1', name: '[erased]', tags: [], status: 'ACTIVE' }`. What is not known to be a fact is personal, so that a new
 * field is erased too.
 */
export function eraseDetails(state: unknown): unknown {
  if (Array.isArray(state)) return state.map(eraseDetails);
  if (!isRecord(state)) return state;
  return mapFields(state, (value, name) => (FACTS.has(name) ? value : PARTS.has(name) ? eraseDetails(value) : eraseValue(value)));
}

/** Returns a function that erases one field of a recorded state: the comment of a purchase, or the metadata of a license update. */
export const eraseField =
  (field: string) =>
  (state: unknown): unknown =>
    isRecord(state) ? mapFields(state, (value, name) => (name === field ? eraseValue(value) : value)) : state;

/** A text becomes the marker, and a list or a map becomes empty, because its keys and its length can be personal too. */
function eraseValue(value: unknown): unknown {
  if (typeof value === 'string') return ERASED;
  if (Array.isArray(value)) return [];
  return isRecord(value) ? {} : value;
}

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const mapFields = (fields: Fields, map: (value: unknown, name: string) => unknown): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, map(value, name)]));
