import { releaseAlias } from '../../operations/alias/release.ts';
import { reserveAliases } from '../../operations/alias/reserve.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { many, mutation } from '../payload.ts';

const ReservedAlias = builder.drizzleNode('reservedAliases', {
  name: 'ReservedAlias',
  description: 'An alias that is reserved and names no account. Giving it to an account ends the reservation.',
  ...requires('accounts:read'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    reservedAliasId: t.exposeString('id', { description: 'The generated id, which the audit log names among `entities`.' }),
    value: t.exposeString('value', { description: 'The alias.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the alias was reserved.' }),
  }),
});

const ReservedAliasConnection = connectionOf('ReservedAlias', ReservedAlias);

builder.queryFields((t) => ({
  reservedAlias: t.drizzleField({
    type: ReservedAlias,
    nullable: true,
    description: 'Returns a reserved alias. `null` when it is not reserved, also if it names an account.',
    args: { value: t.arg.string({ required: true, description: 'The alias. Case matters.' }) },
    resolve: (query, _root, { value }, { store }) => store.db.query.reservedAliases.findFirst(query({ where: { value } })),
  }),
  reservedAliases: t.countedConnection(
    {
      type: ReservedAlias,
      description: 'Returns the reserved aliases of the organization, in the order in which they were reserved.',
      totalCount: (_root, _args, { store }) => store.count('reservedAliases', {}),
      resolve: (query, _root, _args, { store }) =>
        store.db.query.reservedAliases.findMany(query({ columns: { id: true }, orderBy: { id: 'asc' } })),
    },
    ReservedAliasConnection,
  ),
}));

mutation(reserveAliases, {
  description:
    'Reserves aliases that name no account, now or later, all or none. Any account can be given a reserved alias, which ends the reservation.',
  input: builder.inputType('ReserveAliasesInput', {
    description: 'The aliases to reserve.',
    fields: (t) => ({
      values: t.stringList({
        required: true,
        description: 'The aliases, 1 to 100, each of 1 to 50 characters. Case matters.',
      }),
    }),
  }),
  payload: {
    reservedAliases: many<{ readonly reservedAliases: readonly string[] }>(
      {
        type: ReservedAlias,
        typeName: 'ReservedAlias',
        table: 'reservedAliases',
        description: 'The reserved aliases, in the order of the input. Empty when the change was refused.',
      },
      (changed) => changed.reservedAliases,
    ),
  },
});

mutation(releaseAlias, {
  description: 'Ends the reservation of an alias. Aliases of accounts are ended by `removeAccountAliases`.',
  input: builder.inputType('ReleaseAliasInput', {
    description: 'The alias to release.',
    fields: (t) => ({ value: t.string({ required: true, description: 'The alias. Case matters.' }) }),
  }),
  payload: {},
});
