import * as v from 'valibot';
import { object } from './fields.ts';

/** Values that customers and accounts share. */
export const Address = object({
  phoneNumber: v.optional(v.string()),
  line1: v.optional(v.string()),
  line2: v.optional(v.string()),
  postalCode: v.optional(v.string()),
  city: v.optional(v.string()),
  state: v.optional(v.string()),
  country: v.optional(v.string()),
});

export const SettingDataType = v.picklist(['STRING', 'NUMERIC', 'JSON', 'JSON_LOGIC']);

export const CreateEntitySetting = object({
  id: v.string(),
  value: v.string(),
  namespace: v.string(),
  name: v.string(),
  dataType: SettingDataType,
});
