import type { LicenseUpdate } from '../../domain/schedule/license-update.ts';
import { Account } from '../account/type.ts';
import { requires } from '../admission/scopes.ts';
import { AddOn } from '../billable-item/type.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { describedEnum } from '../enums.ts';

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
    licenseId: t.exposeString('licenseId', { description: 'Generated id of the license.' }),
    license: t.relation('license', { type: AddOn, description: 'The license that the account holds.' }),
    updateType: t.expose('updateType', { type: LicenseUpdateTypeEnum, description: 'Whether the quantity is absolute or relative.' }),
    quantity: t.expose('quantity', { type: 'Decimal', description: 'Number of licenses.' }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'DateTime', description: 'Instant from which the update applies.' }),
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
