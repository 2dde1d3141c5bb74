import { archiveAddOn } from '../../operations/billable-item/archive-add-on.ts';
import { archiveFeature } from '../../operations/billable-item/archive-feature.ts';
import { archiveUsageMeter } from '../../operations/billable-item/archive-usage-meter.ts';
import { createAddOn } from '../../operations/billable-item/create-add-on.ts';
import { createFeature } from '../../operations/billable-item/create-feature.ts';
import { createUsageMeter } from '../../operations/billable-item/create-usage-meter.ts';
import { unarchiveAddOn } from '../../operations/billable-item/unarchive-add-on.ts';
import { unarchiveFeature } from '../../operations/billable-item/unarchive-feature.ts';
import { unarchiveUsageMeter } from '../../operations/billable-item/unarchive-usage-meter.ts';
import { updateAddOn } from '../../operations/billable-item/update-add-on.ts';
import { updateFeature } from '../../operations/billable-item/update-feature.ts';
import { updateUsageMeter } from '../../operations/billable-item/update-usage-meter.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { mutation, one } from '../payload.ts';
import { type ADD_ON_KINDS, AddOn, Feature, UsageMeter } from './type.ts';

const ADD_ON = {
  type: AddOn,
  typeName: 'AddOn',
  table: 'billableItems',
  description: 'The add-on. `null` when the change was refused.',
} as const;
const FEATURE = {
  type: Feature,
  typeName: 'Feature',
  table: 'billableItems',
  description: 'The feature. `null` when the change was refused.',
} as const;
const USAGE_METER = {
  type: UsageMeter,
  typeName: 'UsageMeter',
  table: 'billableItems',
  description: 'The usage meter. `null` when the change was refused.',
} as const;

const FIELD = {
  name: 'Name of the item, 1 to 255 characters, unique among the items of its kind, including archived ones.',
  billableName: 'Name shown on invoices, 1 to 255 characters. Omit to show `name`.',
  keepsName: 'Name of the item, 1 to 255 characters. Omit to keep it.',
  keepsBillableName: 'Name shown on invoices, 1 to 255 characters. Omit to keep it. `null`: `name` is shown.',
  schemaAssociations: 'Attributes of events that count towards the feature. Maximum 50.',
} as const;

const AddOnType = builder.enumType('AddOnType', {
  description: 'The kind of an add-on.',
  values: describedEnum({
    LICENSE: 'Licenses that an account holds a number of.',
    NAMED_LICENSE: 'Licenses that an account assigns to named people, one by one.',
    FIXED_FEE: 'A fee that does not depend on usage.',
    CREDIT_GRANT: 'Credits that the account can spend.',
  } satisfies Record<(typeof ADD_ON_KINDS)[number], string>),
});

const SchemaAssociationInput = builder.inputType('SchemaAssociationInput', {
  description: 'An attribute of an event that counts towards a feature.',
  fields: (t) => ({
    schemaName: t.string({ required: true, description: 'Name of the event schema, 1 to 255 characters.' }),
    attributeName: t.string({ required: true, description: 'Name of the attribute that is counted, 1 to 255 characters.' }),
  }),
});

const CreateAddOnInput = builder.inputType('CreateAddOnInput', {
  description: 'The add-on to create.',
  fields: (t) => ({
    name: t.string({ required: true, description: FIELD.name }),
    type: t.field({ type: AddOnType, required: true, description: 'Kind of the item. It never changes.' }),
    billableName: t.string({ description: FIELD.billableName }),
  }),
});

const UpdateAddOnInput = builder.inputType('UpdateAddOnInput', {
  description: 'The add-on to change, and its new values.',
  fields: (t) => ({
    addOnId: t.string({ required: true, description: 'Generated id of the add-on.' }),
    name: t.string({ description: FIELD.keepsName }),
    billableName: t.string({ description: FIELD.keepsBillableName }),
  }),
});

const CreateFeatureInput = builder.inputType('CreateFeatureInput', {
  description: 'The feature to create.',
  fields: (t) => ({
    name: t.string({ required: true, description: FIELD.name }),
    billableName: t.string({ description: FIELD.billableName }),
    schemaAssociations: t.field({ type: [SchemaAssociationInput], required: true, description: FIELD.schemaAssociations }),
  }),
});

const UpdateFeatureInput = builder.inputType('UpdateFeatureInput', {
  description: 'The feature to change, and its new values.',
  fields: (t) => ({
    featureId: t.string({ required: true, description: 'Generated id of the feature.' }),
    name: t.string({ description: FIELD.keepsName }),
    billableName: t.string({ description: FIELD.keepsBillableName }),
    schemaAssociations: t.field({
      type: [SchemaAssociationInput],
      description: `${FIELD.schemaAssociations} Replaces the whole list. Omit to keep it.`,
    }),
  }),
});

const CreateUsageMeterInput = builder.inputType('CreateUsageMeterInput', {
  description: 'The usage meter to create.',
  fields: (t) => ({
    name: t.string({ required: true, description: FIELD.name }),
    billableName: t.string({ description: FIELD.billableName }),
  }),
});

const UpdateUsageMeterInput = builder.inputType('UpdateUsageMeterInput', {
  description: 'The usage meter to change, and its new values.',
  fields: (t) => ({
    usageMeterId: t.string({ required: true, description: 'Generated id of the usage meter.' }),
    name: t.string({ description: FIELD.keepsName }),
    billableName: t.string({ description: FIELD.keepsBillableName }),
  }),
});

const archives = (item: string): string =>
  `Archives ${item}. Existing contracts keep it. Every request that would sell it to an account, or change its rate card there, fails with \`BILLABLE_ARCHIVED\`. Changes nothing if it is archived already.`;
const unarchives = (item: string): string =>
  `Restores ${item} from the archive, so that it can be sold again. Changes nothing if it is active.`;

mutation(createAddOn, {
  description: 'Creates an add-on.',
  input: CreateAddOnInput,
  payload: { addOn: one(ADD_ON, ({ addOn }) => addOn) },
});

mutation(updateAddOn, {
  description: 'Changes the names of an add-on. Rate cards refer to it by id and do not change.',
  input: UpdateAddOnInput,
  payload: { addOn: one(ADD_ON, ({ addOn }) => addOn) },
});

mutation(archiveAddOn, {
  description: archives('an add-on'),
  input: builder.inputType('ArchiveAddOnInput', {
    description: 'The add-on to archive.',
    fields: (t) => ({ addOnId: t.string({ required: true, description: 'Generated id of the add-on.' }) }),
  }),
  payload: { addOn: one(ADD_ON, ({ addOn }) => addOn) },
});

mutation(unarchiveAddOn, {
  description: unarchives('an add-on'),
  input: builder.inputType('UnarchiveAddOnInput', {
    description: 'The add-on to restore.',
    fields: (t) => ({ addOnId: t.string({ required: true, description: 'Generated id of the add-on.' }) }),
  }),
  payload: { addOn: one(ADD_ON, ({ addOn }) => addOn) },
});

mutation(createFeature, {
  description: 'Creates a feature.',
  input: CreateFeatureInput,
  payload: { feature: one(FEATURE, ({ feature }) => feature) },
});

mutation(updateFeature, {
  description: 'Changes the names of a feature, and the attributes that count towards it.',
  input: UpdateFeatureInput,
  payload: { feature: one(FEATURE, ({ feature }) => feature) },
});

mutation(archiveFeature, {
  description: archives('a feature'),
  input: builder.inputType('ArchiveFeatureInput', {
    description: 'The feature to archive.',
    fields: (t) => ({ featureId: t.string({ required: true, description: 'Generated id of the feature.' }) }),
  }),
  payload: { feature: one(FEATURE, ({ feature }) => feature) },
});

mutation(unarchiveFeature, {
  description: unarchives('a feature'),
  input: builder.inputType('UnarchiveFeatureInput', {
    description: 'The feature to restore.',
    fields: (t) => ({ featureId: t.string({ required: true, description: 'Generated id of the feature.' }) }),
  }),
  payload: { feature: one(FEATURE, ({ feature }) => feature) },
});

mutation(createUsageMeter, {
  description: 'Creates a usage meter.',
  input: CreateUsageMeterInput,
  payload: { usageMeter: one(USAGE_METER, ({ usageMeter }) => usageMeter) },
});

mutation(updateUsageMeter, {
  description: 'Changes the names of a usage meter.',
  input: UpdateUsageMeterInput,
  payload: { usageMeter: one(USAGE_METER, ({ usageMeter }) => usageMeter) },
});

mutation(archiveUsageMeter, {
  description: archives('a usage meter'),
  input: builder.inputType('ArchiveUsageMeterInput', {
    description: 'The usage meter to archive.',
    fields: (t) => ({ usageMeterId: t.string({ required: true, description: 'Generated id of the usage meter.' }) }),
  }),
  payload: { usageMeter: one(USAGE_METER, ({ usageMeter }) => usageMeter) },
});

mutation(unarchiveUsageMeter, {
  description: unarchives('a usage meter'),
  input: builder.inputType('UnarchiveUsageMeterInput', {
    description: 'The usage meter to restore.',
    fields: (t) => ({ usageMeterId: t.string({ required: true, description: 'Generated id of the usage meter.' }) }),
  }),
  payload: { usageMeter: one(USAGE_METER, ({ usageMeter }) => usageMeter) },
});
