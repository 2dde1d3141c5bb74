import * as v from 'valibot';
import { answeredInstant, answeredInteger, pageOf } from '../answer-fields.ts';
import { AddOnType, EventSchemasForFeature } from './bodies.ts';

export const AddOn = v.object({
  name: v.string(),
  type: AddOnType,
  billableName: v.optional(v.string()),
  id: v.string(),
  createdAt: answeredInstant,
  status: v.picklist(['ACTIVE', 'ARCHIVED']),
  displayName: v.string(),
});

export const AddOnPaginatedResponse = pageOf(AddOn);

const feature = {
  id: v.string(),
  name: v.string(),
  billableName: v.optional(v.string()),
  displayName: v.string(),
  createdAt: answeredInstant,
  updatedAt: v.optional(answeredInstant),
};

export const Feature = v.object({ ...feature, schemaAssociations: v.array(EventSchemasForFeature) });

export const FeatureListResponse = v.object({ ...feature, schemaCount: answeredInteger });

export const FeaturePaginatedListData = pageOf(FeatureListResponse);
