import { grouped } from '../../domain/count.ts';
import { MAX_QUANTITY } from '../../domain/rating/quantities.ts';
import type { LicenseUpdate } from '../../domain/schedule/license-update.ts';
import { addLicenseUpdate } from '../../operations/account/add-license-update.ts';
import {
  examinesLicenseUpdates,
  type LicenseUpdateConditions,
  licenseUpdatesOnPage,
  licenseUpdatesWhere,
} from '../../store/license-update-list.ts';
import type { Where } from '../../store/list.ts';
import { Account } from '../account/type.ts';
import { examines } from '../admission/price.ts';
import { requires } from '../admission/scopes.ts';
import { AddOn } from '../billable-item/type.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { describedEnum } from '../enums.ts';
import { DateTimeRange, EXAMINES, placeOf, TextFilter, whereInput } from '../list.ts';
import { mutation, one } from '../payload.ts';

export const LicenseUpdateTypeEnum = builder.enumType('LicenseUpdateType', {
  description: 'How a quantity of licenses is applied.',
  values: describedEnum({
    RELATIVE: 'Adds to the number of licenses, or reduces it when negative.',
    ABSOLUTE: 'Sets the number of licenses.',
  } satisfies Record<LicenseUpdate['updateType'], string>),
});

export const LicenseUpdateType = builder.drizzleNode('licenseUpdates', {
  name: 'LicenseUpdate',
  description: 'A change of the number of licenses that an account holds.',
  ...requires('accounts:read'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    licenseUpdateId: t.exposeString('id', { description: 'The generated id.' }),
    account: t.relation('account', { type: Account, description: 'The account.' }),
    licenseId: t.exposeString('licenseId', { description: 'Generated id of the license.' }),
    license: t.relation('license', { type: AddOn, description: 'The license that the account holds.' }),
    updateType: t.expose('updateType', { type: LicenseUpdateTypeEnum, description: 'Whether the quantity is absolute or relative.' }),
    quantity: t.expose('quantity', { type: 'Decimal', description: 'Number of licenses.' }),
    quantityAfter: t.expose('held', {
      type: 'Decimal',
      description:
        'Number of licenses that the account holds from `effectiveFrom` on, by the updates that were recorded until this one. Updates that are recorded later do not change it.',
    }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'DateTime', description: 'Instant from which the update applies.' }),
    metadata: t.field({
      type: 'JSON',
      description: 'A map of text to text.',
      select: { columns: { metadata: true } },
      resolve: ({ metadata }) => metadata ?? {},
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the update was recorded.' }),
  }),
});

const LicenseUpdateConnection = connectionOf('LicenseUpdate', LicenseUpdateType);

builder.drizzleObjectField(Account, 'licenseUpdates', (t) =>
  t.relatedConnection(
    'licenseUpdates',
    {
      type: LicenseUpdateType,
      totalCount: true,
      description: 'Changes of the number of licenses that the account holds, newest first.',
      query: { orderBy: { id: 'desc' } },
    },
    LicenseUpdateConnection,
  ),
);

const LicenseUpdatesWhere = whereInput<LicenseUpdateConditions>('LicenseUpdatesWhere', 'license updates', (t) => ({
  accountId: t.field({ type: TextFilter, description: 'Filters by the id of the account, as the caller chose it.' }),
  licenseId: t.field({ type: TextFilter, description: `Filters by the generated id of the license. With it, ${EXAMINES}` }),
  effectiveFrom: t.field({
    type: DateTimeRange,
    description: `Filters by the instant from which the update applies. With it, ${EXAMINES}`,
  }),
}));

builder.queryField('licenseUpdates', (t) =>
  t.countedConnection(
    {
      type: LicenseUpdateType,
      ...examines<{ readonly where?: Where<LicenseUpdateConditions> | null }>(({ where }) => examinesLicenseUpdates(where)),
      description: 'Returns changes of the numbers of licenses of all accounts, newest first.',
      args: { where: t.arg({ type: LicenseUpdatesWhere, description: 'Filters the list. Omit to return everything.' }) },
      totalCount: (_root, args, { store }) => store.count('licenseUpdates', licenseUpdatesWhere(args.where, store)),
      resolve: (query, _root, args, { store }) => {
        const where = licenseUpdatesOnPage(args.where, store, placeOf(args));
        return store.db.query.licenseUpdates.findMany(query({ columns: { id: true }, where, orderBy: { id: 'desc' } }));
      },
    },
    LicenseUpdateConnection,
  ),
);

/** Returns the input fields of a license update, for all mutations that record one. */
export const licenseUpdateFields = (t: PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>) => ({
  licenseId: t.string({ required: true, description: 'Generated id of the license.' }),
  updateType: t.field({ type: LicenseUpdateTypeEnum, required: true, description: 'Whether the quantity is absolute or relative.' }),
  quantity: t.field({
    type: 'Decimal',
    required: true,
    description: `Number of licenses. Only a \`RELATIVE\` one may be negative, and it cannot be 0. Maximum ${grouped(MAX_QUANTITY)}.`,
  }),
  effectiveFrom: t.field({ type: 'DateTime', description: 'Instant from which the update applies. Defaults to now.' }),
});

mutation(addLicenseUpdate, {
  description:
    'Records a change of the number of licenses that an account holds, without a change of its schedules. Fails with `LICENSES_NEGATIVE` if the account would hold fewer than 0 at any instant.',
  input: builder.inputType('AddLicenseUpdateInput', {
    description: 'The license update to record.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: 'Id of the account, as the caller chose it.' }),
      ...licenseUpdateFields(t),
      metadata: t.field({ type: 'JSON', description: 'A map of text to text. Maximum 50 keys and 16 KB. Omit for an empty map.' }),
      expectedRevision: t.int({
        description:
          'Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check.',
      }),
    }),
  }),
  payload: {
    licenseUpdate: one<{ readonly licenseUpdate: string }>(
      {
        type: LicenseUpdateType,
        typeName: 'LicenseUpdate',
        table: 'licenseUpdates',
        description: 'The license update. `null` when the change was refused.',
      },
      (changed) => changed.licenseUpdate,
    ),
  },
});
