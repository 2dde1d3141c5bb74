import * as v from 'valibot';
import {
  type AddOnFragment,
  CreateAddOnDocument,
  CreateFeatureDocument,
  DeleteAddOnDocument,
  GetAddOnDocument,
  GetAddOnsDocument,
  GetFeatureDocument,
  GetFeaturesDocument,
  UpdateAddOnDocument,
  UpdateFeatureDocument,
} from '../documents.ts';
import { page, pageArguments, toPage } from '../pages.ts';
import { renamed, route, succeeded } from '../route.ts';
import { CreateAddOnRequest, CreateFeatureRequest, UpdateAddOnRequest, UpdateFeatureRequest } from './bodies.ts';

const ADD_ON_TYPES = ['LICENSE', 'FIXED_FEE', 'CREDIT_GRANT', 'NAMED_LICENSE'] as const;

/** Returns an add-on as the mirror answers it. Its type is one of the kinds of billable items. */
function toAddOn({ kind, ...addOn }: AddOnFragment) {
  const type = ADD_ON_TYPES.find((each) => each === kind);
  if (!type) throw new Error(`an add-on of kind ${kind}`);
  return { ...addOn, type };
}

/** The path spells the id as the vendor does. */
const inPath = renamed({ addOnId: 'addonId' });

export const billableItemRoutes = [
  route({
    operation: 'getAddOns',
    method: 'GET',
    path: '/addons',
    query: { status: v.optional(v.picklist(['ACTIVE', 'ARCHIVED'])), ...page },
    document: GetAddOnsDocument,
    variables: ({ query: { status, ...query } }) => ({
      where: { kind: { in: [...ADD_ON_TYPES] }, ...(status && { status: { eq: status } }) },
      includeArchived: status === 'ARCHIVED',
      ...pageArguments(query),
    }),
    answer: ({ nodes, pageInfo }) =>
      toPage({ nodes: nodes.flatMap((node) => (node.__typename === 'AddOn' ? [node] : [])), pageInfo }, ({ __typename, ...addOn }) =>
        toAddOn(addOn),
      ),
  }),
  route({
    operation: 'createAddOn',
    method: 'POST',
    path: '/addons',
    body: CreateAddOnRequest,
    document: CreateAddOnDocument,
    variables: ({ body }) => ({ input: body }),
    answer: ({ addOn }) => addOn && toAddOn(addOn),
  }),
  route({
    operation: 'deleteAddOn',
    method: 'DELETE',
    path: '/addons/{addonId}',
    document: DeleteAddOnDocument,
    inPath,
    variables: ({ path: { addonId } }) => ({ input: { addOnId: addonId } }),
    answer: succeeded,
  }),
  route({
    operation: 'getAddOn',
    method: 'GET',
    path: '/addons/{addonId}',
    document: GetAddOnDocument,
    inPath,
    variables: ({ path: { addonId } }) => ({ addOnId: addonId }),
    answer: toAddOn,
  }),
  route({
    operation: 'updateAddOn',
    method: 'PATCH',
    path: '/addons/{addonId}',
    body: UpdateAddOnRequest,
    document: UpdateAddOnDocument,
    inPath,
    variables: ({ path: { addonId }, body }) => ({ input: { addOnId: addonId, ...body } }),
    answer: ({ addOn }) => addOn && toAddOn(addOn),
  }),
  route({
    operation: 'getFeatures',
    method: 'GET',
    path: '/features',
    query: page,
    document: GetFeaturesDocument,
    variables: ({ query }) => pageArguments(query),
    answer: ({ nodes, pageInfo }) =>
      toPage(
        { nodes: nodes.flatMap((node) => (node.__typename === 'Feature' ? [node] : [])), pageInfo },
        ({ __typename, schemaAssociations, ...feature }) => ({ ...feature, schemaCount: schemaAssociations.length }),
      ),
  }),
  route({
    operation: 'createFeature',
    method: 'POST',
    path: '/features',
    body: CreateFeatureRequest,
    document: CreateFeatureDocument,
    variables: ({ body }) => ({ input: body }),
    answer: ({ feature }) => feature,
  }),
  route({
    operation: 'getFeature',
    method: 'GET',
    path: '/features/{featureId}',
    document: GetFeatureDocument,
    variables: ({ path: { featureId } }) => ({ featureId }),
    answer: (feature) => feature,
  }),
  route({
    operation: 'updateFeature',
    method: 'PATCH',
    path: '/features/{featureId}',
    body: UpdateFeatureRequest,
    document: UpdateFeatureDocument,
    variables: ({ path: { featureId }, body }) => ({ input: { featureId, ...body } }),
    answer: ({ feature }) => feature,
  }),
];
