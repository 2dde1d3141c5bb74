import { MAX_QUANTITY } from '../../domain/rating/quantities.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { LicenseUpdateTypeEnum } from './license-update.ts';

const PreActionType = builder.enumType('PreActionType', {
  description: 'The kind of an action that is recorded together with a change of the schedules.',
  values: describedEnum({ GRANT_LICENSE: 'Changes the number of licenses that the account holds.' }),
});

const PreActionConfigInput = builder.inputType('PreActionConfigInput', {
  description: 'A license update.',
  fields: (t) => ({
    licenseId: t.string({ required: true, description: 'Generated id of the license.' }),
    updateType: t.field({ type: LicenseUpdateTypeEnum, required: true, description: 'Whether the quantity is absolute or relative.' }),
    quantity: t.field({
      type: 'Decimal',
      required: true,
      description: `Number of licenses. Only a \`RELATIVE\` one may be negative, and it cannot be 0. Maximum ${MAX_QUANTITY}.`,
    }),
    effectiveFrom: t.field({ type: 'DateTime', description: 'Instant from which the update applies. Defaults to now.' }),
  }),
});

export const PreActionInput = builder.inputType('PreActionInput', {
  description: 'An action that is recorded together with a change of the schedules.',
  fields: (t) => ({
    type: t.field({ type: PreActionType, required: true, description: 'The action.' }),
    config: t.field({ type: PreActionConfigInput, required: true, description: 'Settings of the action.' }),
  }),
});
