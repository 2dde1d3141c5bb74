import type { LicenseUpdate } from '../domain/license-update.ts';
import { Account } from './account.ts';
import { AddOn } from './billable-item.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { requires } from './scopes.ts';

export const LicenseUpdateTypeEnum = builder.enumType('LicenseUpdateType', {
  description: 'How a quantity of licenses is meant.',
  values: describedEnum({
    RELATIVE: 'So many more, or fewer when negative.',
    ABSOLUTE: 'Exactly so many.',
  } satisfies Record<LicenseUpdate['updateType'], string>),
});

export const LicenseUpdateType = builder.drizzleObject('licenseUpdates', {
  name: 'LicenseUpdate',
  description: 'A change of how many of a license an account holds.',
  ...requires('accounts:read'),
  select: { columns: { id: true } },
  fields: (t) => ({
    licenseUpdateId: t.exposeString('id', { description: 'The generated id.' }),
    licenseId: t.exposeString('licenseId', { description: 'The license, by its generated id.' }),
    license: t.relation('license', { type: AddOn, description: 'What is held.' }),
    updateType: t.expose('updateType', { type: LicenseUpdateTypeEnum, description: 'How the quantity is meant.' }),
    quantity: t.expose('quantity', { type: 'Decimal', description: 'How many.' }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'DateTime', description: 'The instant from which it holds.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was recorded.' }),
  }),
});

builder.drizzleObjectField(Account, 'licenseUpdates', (t) =>
  t.relatedConnection('licenseUpdates', {
    type: LicenseUpdateType,
    totalCount: true,
    description: 'Changes of the number of licenses that the account holds, newest first.',
    query: { orderBy: { id: 'desc' } },
  }),
);
