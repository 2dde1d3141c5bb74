import type { Address, SETTING_TYPES, Setting } from '../../domain/customer.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';

const LINES = {
  phoneNumber: 'Telephone number, as given.',
  line1: 'Street and number.',
  line2: 'Building, floor or suite.',
  postalCode: 'Postal code of the address.',
  city: 'Name of the city.',
  state: 'State, province or region.',
  country: 'Country: an ISO 3166 code of two letters, or a name.',
} as const;

export const AddressType = builder.objectRef<Address>('Address').implement({
  description: 'A postal address. A `null` line is unknown.',
  fields: (t) => ({
    phoneNumber: t.exposeString('phoneNumber', { nullable: true, description: LINES.phoneNumber }),
    line1: t.exposeString('line1', { nullable: true, description: LINES.line1 }),
    line2: t.exposeString('line2', { nullable: true, description: LINES.line2 }),
    postalCode: t.exposeString('postalCode', { nullable: true, description: LINES.postalCode }),
    city: t.exposeString('city', { nullable: true, description: LINES.city }),
    state: t.exposeString('state', { nullable: true, description: LINES.state }),
    country: t.exposeString('country', { nullable: true, description: LINES.country }),
  }),
});

export const AddressInput = builder.inputType('AddressInput', {
  description: 'A complete postal address. An omitted line is unknown, and so is a blank one.',
  fields: (t) => ({
    phoneNumber: t.string({ description: `${LINES.phoneNumber} Maximum 32 characters.` }),
    line1: t.string({ description: `${LINES.line1} Maximum 255 characters.` }),
    line2: t.string({ description: `${LINES.line2} Maximum 255 characters.` }),
    postalCode: t.string({ description: `${LINES.postalCode} Maximum 20 characters.` }),
    city: t.string({ description: `${LINES.city} Maximum 100 characters.` }),
    state: t.string({ description: `${LINES.state} Maximum 100 characters.` }),
    country: t.string({ description: `${LINES.country} Maximum 100 characters.` }),
  }),
});

const SettingDataType = builder.enumType('SettingDataType', {
  description: 'What the value of a setting contains.',
  values: describedEnum({
    STRING: 'Any text.',
    NUMERIC: 'A decimal number.',
    JSON: 'A JSON document.',
    JSON_LOGIC: 'A JSON logic expression.',
  } satisfies Record<(typeof SETTING_TYPES)[number], string>),
});

const SETTING = {
  id: 'Id chosen by the caller, unique among the settings of one customer or account.',
  namespace: 'Namespace of the setting, such as the name of the system that uses it.',
  name: 'Name shown to people.',
  dataType: 'What `value` contains.',
  value: 'The value, as text. A `STRING` can be blank.',
} as const;

export const SettingType = builder.objectRef<Setting>('Setting').implement({
  description: 'A named value that a caller stores with a customer or an account.',
  fields: (t) => ({
    settingId: t.exposeString('id', { description: SETTING.id }),
    namespace: t.exposeString('namespace', { description: SETTING.namespace }),
    name: t.exposeString('name', { description: SETTING.name }),
    dataType: t.expose('dataType', { type: SettingDataType, description: SETTING.dataType }),
    value: t.exposeString('value', { description: SETTING.value }),
  }),
});

export const SettingInput = builder.inputType('SettingInput', {
  description: 'A named value to store with a customer or an account.',
  fields: (t) => ({
    id: t.string({ required: true, description: `${SETTING.id} 1 to 50 characters.` }),
    namespace: t.string({ required: true, description: `${SETTING.namespace} 1 to 50 characters.` }),
    name: t.string({ required: true, description: `${SETTING.name} 1 to 255 characters.` }),
    dataType: t.field({ type: SettingDataType, required: true, description: SETTING.dataType }),
    value: t.string({ required: true, description: `${SETTING.value} Maximum 4,096 characters.` }),
  }),
});
