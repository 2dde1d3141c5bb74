import * as v from 'valibot';
import { list, object, text } from '../fields.ts';

const name = text({ max: 255 });

export const AddOnType = v.picklist(['LICENSE', 'FIXED_FEE', 'CREDIT_GRANT', 'NAMED_LICENSE']);

export const CreateAddOnRequest = object({ name, type: AddOnType, billableName: v.optional(name) });

export const UpdateAddOnRequest = object({ name: v.optional(name), billableName: v.optional(name) });

export const EventSchemasForFeature = object({ schemaName: v.string(), attributeName: v.string() });

export const CreateFeatureRequest = object({
  name,
  billableName: v.optional(name),
  schemaAssociations: list(EventSchemasForFeature, { max: 50 }),
});

export const UpdateFeatureRequest = object({
  name: v.optional(name),
  billableName: v.optional(name),
  schemaAssociations: v.optional(list(EventSchemasForFeature, { max: 50 })),
});
