import SchemaBuilder from '@pothos/core';
import DrizzlePlugin from '@pothos/plugin-drizzle';
import RelayPlugin from '@pothos/plugin-relay';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Day } from '../domain/day.ts';
import type { Decimal } from '../domain/decimal.ts';
import { findStray } from '../domain/stray-text.ts';
import Computed from '../engine/pothos/computed.ts';
import '../engine/pothos/counted-connection.ts';
import Cursors from '../engine/pothos/cursors.ts';
import FastIds from '../engine/pothos/ids.ts';
import Lazy, { deferFields } from '../engine/pothos/lazy.ts';
import OnRow from '../engine/pothos/on-row.ts';
import Slots from '../engine/pothos/slots.ts';
import type { Context } from '../operations/context.ts';
import { relations } from '../store/relations.ts';
import AnswerSize from './admission/answer-size.ts';
import Conditions from './admission/conditions.ts';
import { FREE } from './admission/price.ts';
import ScopeDescriptions from './admission/scope-descriptions.ts';
import { DEFAULT_NODES, MAX_NODES } from './limits.ts';
import ListDescriptions from './list-descriptions.ts';
import Readings from './reading.ts';

interface SchemaTypes {
  DrizzleRelations: typeof relations;
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: Day; Output: Day };
    DateTime: { Input: number; Output: number };
    Decimal: { Input: Decimal; Output: Decimal };
    CurrencyCode: { Input: string; Output: string };
    CountryCode: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
  };
}

/**
 * The order of the plugins is the order in which they wrap resolvers. The fast ones must come before the Drizzle plugin, whose bookkeeping
 * they skip. Slots must come after it to get the row. Lazy replaces the schema that the others are given.
 */
export const builder = new SchemaBuilder<SchemaTypes>({
  defaultFieldNullability: false,
  plugins: [
    AnswerSize,
    ListDescriptions,
    Computed,
    Cursors,
    Conditions,
    Readings,
    FastIds,
    OnRow,
    RelayPlugin,
    DrizzlePlugin,
    Slots,
    ScopeDescriptions,
    Lazy,
  ],
  relay: {
    nodesOnConnection: { description: 'Items of this page.' },
    edgesFieldOptions: { ...FREE, nullable: false, description: 'Items of this page, each with its cursor.' },
    nodeFieldOptions: { nullable: false, description: 'The item.' },
    cursorFieldOptions: { description: 'Opaque position of the item in the list. Give it as `after` or `before`.' },
    pageInfoFieldOptions: { ...FREE, description: 'Whether there are more pages, and the cursors to continue from.' },
    pageInfoTypeOptions: { description: 'The position of a page in its list.' },
    nodeTypeOptions: { description: 'An object with an opaque global id.' },
    nodeQueryOptions: false,
    nodesQueryOptions: false,
  },
  engine: {
    relations,
    defaultPageSize: DEFAULT_NODES,
    cursorOwner: ({ store: { orgId, reach } }) => [orgId, reach?.accountIds ?? null],
    isStorable: (text) => findStray(text) === null,
  },
  drizzle: {
    client: (context) => context.store.db,
    getTableConfig: withinOrganization,
    relations,
    maxConnectionSize: MAX_NODES,
    defaultConnectionSize: DEFAULT_NODES,
  },
});

deferFields(builder);

/**
 * Returns the table's config with the organization removed from its primary key, because a request reads only one organization. Otherwise
 * every cursor would contain the organization's id, and its second column would make a deep page read all rows before it.
 */
function withinOrganization(table: SQLiteTable) {
  const config = getTableConfig(table);
  const primaryKeys = config.primaryKeys.map(({ columns }) => ({ columns: columns.filter(({ name }) => name !== 'org_id') }));
  return { ...config, primaryKeys };
}

builder.queryType({ description: 'The queries of the API. They return only objects of the organization of the token.' });
builder.mutationType({ description: 'The mutations of the API. Each mutation is atomic: it happens completely or not at all.' });
