import { changeable, clearable, fields, optional, parseEach, withChanges } from './fields.ts';
import type { RateCardType } from './rate-card/rate-card.ts';
import { invalid, precondition } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';
import { parseName } from './text.ts';

export const BILLABLE_KINDS = ['LICENSE', 'NAMED_LICENSE', 'FIXED_FEE', 'CREDIT_GRANT', 'FEATURE', 'USAGE_METER'] as const;
export type BillableKind = (typeof BILLABLE_KINDS)[number];

/** Something that a rate card prices: an add-on, a feature or a usage meter. */
export interface BillableItem {
  readonly id: string;
  readonly kind: BillableKind;
  readonly name: string;
  readonly billableName: string | null;
  readonly status: 'ACTIVE' | 'ARCHIVED';
}

/** The kinds of item that each family of rate card prices (README, "Billable items"). */
export const KINDS_BY_RATE_CARD_TYPE: Readonly<Record<RateCardType, readonly BillableKind[]>> = {
  FIXED_FEE: ['FIXED_FEE'],
  LICENSE: ['LICENSE', 'NAMED_LICENSE'],
  CREDIT_GRANT: ['CREDIT_GRANT'],
  USAGE: ['USAGE_METER'],
  BILLING_ENTITLEMENT: ['FEATURE'],
  ENTITLEMENT_OVERAGE: ['FEATURE'],
  MINIMUM_COMMITMENT: [],
};

/** An attribute of an event schema that counts towards a feature. */
export interface SchemaAssociation {
  readonly schemaName: string;
  readonly attributeName: string;
}

/** The details of an item that a caller chooses. The kind cannot change later. */
export interface BillableDetails {
  readonly kind: BillableKind;
  readonly name: string;
  /** The name on invoices. `null`: invoices show `name`. */
  readonly billableName: string | null;
  /** Empty for every kind except FEATURE. */
  readonly schemaAssociations: readonly SchemaAssociation[];
}

export interface NewBillableItemInput {
  readonly kind: BillableKind;
  readonly name: string;
  readonly billableName?: string | null | undefined;
  readonly schemaAssociations?: readonly SchemaAssociation[] | null | undefined;
}

/** Changes of an item. An omitted field keeps its value. `null` clears `billableName` and is refused for the other fields. */
export interface BillableItemChangesInput {
  readonly name?: string | null | undefined;
  readonly billableName?: string | null | undefined;
  readonly schemaAssociations?: readonly SchemaAssociation[] | null | undefined;
}

const NAME = { min: 1, max: 255 };
const MAX_ASSOCIATIONS = 50;

/**
 * Parses a new item (README, "Billable items"). A feature needs schema associations, which may be an empty list; other kinds must omit
 * them.
 */
export function parseNewBillableItem(input: NewBillableItemInput): Result<BillableDetails> {
  return fields<BillableDetails>({
    kind: ok(input.kind),
    name: parseItemName(input.name),
    billableName: optional(input.billableName, null, parseItemName),
    schemaAssociations: parseNewAssociations(input),
  });
}

/** Returns the item after an update. Refuses with ARCHIVED if the item is archived. */
export function changeBillableItem<T extends BillableDetails & Pick<BillableItem, 'status'>>(
  before: T,
  input: BillableItemChangesInput,
): Result<T> {
  if (before.status === 'ARCHIVED') {
    return refuse(precondition('ARCHIVED', `"${before.name}" is archived and therefore read-only. Unarchive it first.`));
  }
  const changes = fields<{ [K in 'name' | 'billableName' | 'schemaAssociations']: BillableDetails[K] | undefined }>({
    name: changeable(input.name, parseItemName),
    billableName: clearable(input.billableName, parseItemName),
    schemaAssociations: changeable(input.schemaAssociations, (associations) => parseAssociations(before.kind, associations)),
  });
  return changes.ok ? ok(withChanges<T, BillableDetails>(before, changes.value)) : changes;
}

/** Archives an item. Existing contracts keep it, but it cannot be sold again. Returns the same item if it is archived already. */
export function archiveBillableItem<T extends Pick<BillableItem, 'status'>>(item: T): T {
  return item.status === 'ARCHIVED' ? item : { ...item, status: 'ARCHIVED' };
}

/** Unarchives an item, so that it can be sold again. Returns the same item if it is active already. */
export function unarchiveBillableItem<T extends Pick<BillableItem, 'status'>>(item: T): T {
  return item.status === 'ACTIVE' ? item : { ...item, status: 'ACTIVE' };
}

/** The name to show: `billableName`, or `name` if there is none. */
export function displayNameOf(item: Pick<BillableItem, 'name' | 'billableName'>): string {
  return item.billableName ?? item.name;
}

const parseItemName = (value: string) => parseName(value, NAME);

function parseNewAssociations({ kind, schemaAssociations }: NewBillableItemInput): Result<readonly SchemaAssociation[]> {
  if (schemaAssociations) return parseAssociations(kind, schemaAssociations);
  if (kind !== 'FEATURE') return ok([]);
  return refuse(invalid('A feature needs `schemaAssociations`: the event attributes that count towards it. The list may be empty.'));
}

function parseAssociations(kind: BillableKind, associations: readonly SchemaAssociation[]): Result<readonly SchemaAssociation[]> {
  if (kind !== 'FEATURE') return refuse(invalid(`Only a feature has schema associations. Omit them for a ${kind}.`));
  if (associations.length > MAX_ASSOCIATIONS) {
    return refuse(invalid(`At most ${MAX_ASSOCIATIONS} schema associations, not ${associations.length}.`, [], 'LIMIT_EXCEEDED'));
  }
  const parsed = parseEach(associations, parseAssociation);
  if (!parsed.ok) return parsed;
  const names = parsed.value.map(({ schemaName, attributeName }) => `"${attributeName}" of "${schemaName}"`);
  const twice = names.findIndex((name, i) => names.indexOf(name) < i);
  return twice < 0 ? parsed : refuse(invalid(`The attribute ${names[twice]} is listed twice.`, [twice], 'ALREADY_EXISTS'));
}

function parseAssociation(association: SchemaAssociation): Result<SchemaAssociation> {
  return fields<SchemaAssociation>({
    schemaName: parseItemName(association.schemaName),
    attributeName: parseItemName(association.attributeName),
  });
}
