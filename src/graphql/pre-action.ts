import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { LicenseUpdateTypeEnum } from './license-update.ts';

const PreActionType = builder.enumType('PreActionType', {
  description: 'What can be done together with a change of the schedules.',
  values: describedEnum({ GRANT_LICENSE: 'Changes how many of a license the account holds.' }),
});

const PreActionConfigInput = builder.inputType('PreActionConfigInput', {
  description: 'A license update.',
  fields: (t) => ({
    licenseId: t.string({ required: true, description: 'The license, by its generated id.' }),
    updateType: t.field({ type: LicenseUpdateTypeEnum, required: true, description: 'How the quantity is meant.' }),
    quantity: t.field({ type: 'Decimal', required: true, description: 'How many.' }),
    effectiveFrom: t.field({ type: 'DateTime', description: 'From when on; absent: now.' }),
  }),
});

export const PreActionInput = builder.inputType('PreActionInput', {
  description: 'Something to be done together with a change of the schedules.',
  fields: (t) => ({
    type: t.field({ type: PreActionType, required: true, description: 'The action.' }),
    config: t.field({ type: PreActionConfigInput, required: true, description: 'Its particulars.' }),
  }),
});
