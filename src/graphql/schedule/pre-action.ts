import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { licenseUpdateFields } from './license-update.ts';

const PreActionType = builder.enumType('PreActionType', {
  description: 'The kind of an action that is recorded together with a change of the schedules.',
  values: describedEnum({ GRANT_LICENSE: 'Changes the number of licenses that the account holds.' }),
});

const PreActionConfigInput = builder.inputType('PreActionConfigInput', {
  description: 'A license update.',
  fields: licenseUpdateFields,
});

export const PreActionInput = builder.inputType('PreActionInput', {
  description: 'An action that is recorded together with a change of the schedules.',
  fields: (t) => ({
    type: t.field({ type: PreActionType, required: true, description: 'The action.' }),
    config: t.field({ type: PreActionConfigInput, required: true, description: 'Settings of the action.' }),
  }),
});
