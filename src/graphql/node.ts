import { brandWithType } from '@pothos/core';
import { getSchemaConfig, queryFromInfo } from '@pothos/plugin-drizzle';
import { decodeGlobalID } from '@pothos/plugin-relay';
import { GraphQLError, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { findStray } from '../domain/stray-text.ts';
import type { Context } from '../operations/context.ts';
import { visibleKinds } from '../operations/event-kinds.ts';
import type { Scope } from '../operations/scope.ts';
import type { TableName } from '../store/client.ts';
import { hasKind } from '../store/events.ts';
import { byIds } from '../store/rate-cards.ts';
import { requiresByArguments, scopesOfType } from './admission/scopes.ts';
import { ADD_ON_KINDS } from './billable-item/type.ts';
import { builder } from './builder.ts';
import { JOB_ENTRY_KIND } from './job/global-id.ts';
import { MAX_NODES } from './limits.ts';
import type { NodeKind } from './node-kind.ts';
import { RATE_CARD_TYPE_NAMES } from './rate-card/type.ts';
import { type Reading, readsAt } from './reading.ts';
import { SCHEDULE_KINDS, scheduleKind } from './schedule/global-id.ts';

/** The table of each node type whose global ids are `Type:<row>`. */
const TABLES = {
  ApiToken: 'apiTokens',
  TokenIssuer: 'tokenIssuers',
  StaffIssuer: 'staffIssuers',
  StaffRevocation: 'staffRevocations',
  AuditEntry: 'auditEntries',
  Event: 'auditEntries',
  Webhook: 'webhooks',
  WebhookDelivery: 'webhookDeliveries',
  Customer: 'customers',
  Account: 'accounts',
  AccountAlias: 'accountAliases',
  ReservedAlias: 'reservedAliases',
  Entitlement: 'entitlements',
  LicenseUpdate: 'licenseUpdates',
  WalletEntry: 'walletEntries',
  TimelineRevision: 'auditEntries',
  Draft: 'drafts',
  Proposal: 'purchases',
  Purchase: 'purchases',
  Job: 'jobs',
  PricePlan: 'pricePlans',
  PricePlanVersion: 'pricePlanVersions',
  AddOn: 'billableItems',
  Feature: 'billableItems',
  UsageMeter: 'billableItems',
  FixedFeeRateCard: 'rateCards',
  LicenseRateCard: 'rateCards',
  CreditGrantRateCard: 'rateCards',
  UsageRateCard: 'rateCards',
  BillingEntitlementRateCard: 'rateCards',
  EntitlementOverageRateCard: 'rateCards',
  MinimumCommitmentRateCard: 'rateCards',
} as const satisfies Record<string, TableName>;

/** The filter of each type that shares its table with others. A row's id under another type's name matches nothing. */
const NODE_FILTERS: Readonly<Record<string, object | ((context: Context) => object)>> = {
  AddOn: { kind: { in: [...ADD_ON_KINDS] } },
  Feature: { kind: 'FEATURE' },
  UsageMeter: { kind: 'USAGE_METER' },
  Proposal: { isProposal: true },
  Purchase: { isProposal: false },
  TimelineRevision: { timelineRevision: { isNotNull: true } },
  Event: ({ actor }: Context) => hasKind(visibleKinds(actor.scopes)),
  ...Object.fromEntries(Object.entries(RATE_CARD_TYPE_NAMES).map(([type, name]) => [name, { type }])),
};

function nodeFilter(typename: string, context: Context): object {
  const filter = NODE_FILTERS[typename] ?? {};
  return typeof filter === 'function' ? filter(context) : filter;
}

/** The kinds of global id by name. A map, because the name comes from a caller's id, and `KINDS.constructor` would not be a kind. */
const KINDS: ReadonlyMap<string, NodeKind> = new Map<string, NodeKind>([
  ...Object.entries(TABLES).map(([typename, table]): [string, NodeKind] => [
    typename,
    {
      typename,
      table,
      columns: { id: true },
      where: (keys, context) => ({ ...byIds(table, keys), ...nodeFilter(typename, context) }),
      keyOf: ({ id }) => `${id}`,
      reading: 'CURRENT',
    },
  ]),
  ...Object.entries(SCHEDULE_KINDS),
  ['JobEntry', JOB_ENTRY_KIND],
]);

/** The types that have a global id. A test compares them with the schema. */
export const NODE_TYPES: ReadonlySet<string> = new Set([...KINDS.values()].map(({ typename }) => typename));

builder.queryFields((t) => ({
  node: t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description:
      'Returns an object by its global id. `null` when no object has this id. A text that is not a global id is an error. Requires the scopes of the type that the id names, whether or not the object exists.',
    ...requiresByArguments(({ id }, schema) => scopesOfIds([id], schema)),
    args: { id: t.arg.id({ required: true, description: 'The opaque global id.' }) },
    resolve: async (_root, { id }, context, info) => {
      readsAt(info.path, readingOf(id));
      return (await loadNodes([id], 'id', context, info))[0] ?? null;
    },
  }),
  nodes: t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    description: `Returns objects by their global ids, in the order of the ids. Maximum ${MAX_NODES}. An id without an object gives \`null\` in its place. A text that is not a global id is \`null\` in its place, with an error at its path. Requires the scopes of the types that the ids name, whether or not the objects exist.`,
    ...requiresByArguments(({ ids }, schema) => scopesOfIds(ids, schema)),
    args: { ids: t.arg.idList({ required: true, description: 'Opaque global ids of the objects. Maximum 100.' }) },
    // Admission limits the number of ids when it computes the price.
    resolve: (_root, { ids }, context, info) => {
      readsAt(info.path, ids.map(readingOf));
      return loadNodes(ids, 'ids', context, info);
    },
  }),
}));

/**
 * Returns the scopes that read the types in global ids. They are known before any read, so that a caller without the scope cannot learn
 * whether an id exists. A text that is not a global id requires no scope, and gets its own error.
 */
const scopesOfIds = (ids: unknown, schema: GraphQLSchema): readonly Scope[] =>
  [ids].flat().flatMap((id) => {
    const type = schema.getType(parseGlobalId(String(id))?.kind.typename ?? '');
    return type ? scopesOfType(type) : [];
  });

/**
 * Returns the objects in the order of their ids: `null` for an unknown id, an error for a text that is not a global id. Sends one query
 * for each kind, all in one call.
 * @param argument where the ids come from
 */
async function loadNodes(ids: readonly string[], argument: string, context: Context, info: GraphQLResolveInfo): Promise<(object | null)[]> {
  const named = ids.map(parseGlobalId);
  const byKind = Map.groupBy(
    named.filter((each) => each !== null),
    ({ kind }) => kind,
  );
  const rowByKey = new Map<NodeKind, Map<string, object>>();
  context.store.divideAmong(byKind.size);
  await Promise.all(
    [...byKind].map(async ([kind, nodes]) => {
      const { typename, table, columns } = kind;
      const where = kind.where(
        nodes.map(({ key }) => key),
        context,
      );
      const query = queryFromInfo({ config: getSchemaConfig(builder), context, info, typeName: typename, columns, where });
      const rows = await context.store.load(table, query);
      for (const row of rows) brandWithType(row, typename as never);
      rowByKey.set(kind, new Map(rows.map((row) => [kind.keyOf(row), row])));
    }),
  );
  return named.map((each, i) => (each ? (rowByKey.get(each.kind)?.get(each.key) ?? null) : unknownId(ids[i] ?? '', argument)));
}

/** Returns the kind and the key in a global id, or `null` if the text is not a global id of a kind in `KINDS`. */
function parseGlobalId(id: string): { kind: NodeKind; key: string } | null {
  try {
    const { typename: name, id: key } = decodeGlobalID(id);
    const kind = KINDS.get(name === 'Schedule' ? scheduleKind(key) : name);
    return kind && findStray(key) === null ? { kind, key } : null;
  } catch {
    return null;
  }
}

const readingOf = (id: string): Reading => parseGlobalId(id)?.kind.reading ?? 'CURRENT';

const unknownId = (id: string, argument: string): GraphQLError =>
  new GraphQLError(`"${id}" is not a global id; take one from a field called \`id\`.`, {
    extensions: { code: 'BAD_USER_INPUT', argument },
  });
