import {
  BulkPricePlanRateCardOperationsDocument,
  CreatePricePlanV2Document,
  DiscardPricePlanDocument,
  GetPricePlanV2Document,
  ListPricePlanErrorsDocument,
  ListPricePlanPricingRulesDocument,
  ListPricePlanRateCardsDocument,
  ListPricePlansV2Document,
  ListPricePlanVersionsDocument,
  PricePlanMigrationV2Document,
  UpdatePricePlanPricingRulesDocument,
  UpdatePricePlanV2Document,
} from '../documents.ts';
import { page, pageArguments, toPage } from '../pages.ts';
import { BulkRateCardOperationsRequest } from '../rate-card/bodies.ts';
import { operationInBody, toOperations } from '../rate-card/inputs.ts';
import { toRateCard } from '../rate-card/shapes.ts';
import { route, succeeded } from '../route.ts';
import {
  CreatePricePlanMigrationRequest,
  CreatePricePlanV2Request,
  UpdatePricePlanV2Request,
  UpdatePricingRulesRequest,
} from './bodies.ts';
import { toPricingRule, versionBy, versionQuery } from './shapes.ts';

export const pricePlanRoutes = [
  // Before the paths of a plan, since `migration` would be the id of one.
  route({
    operation: 'pricePlanMigrationV2',
    method: 'POST',
    path: '/v2/price_plans/migration',
    body: CreatePricePlanMigrationRequest,
    status: 201,
    document: PricePlanMigrationV2Document,
    variables: ({ body: { isPricePlanV2Migration: _every, ...migration } }) => ({ input: migration }),
    answer: succeeded,
  }),
  route({
    operation: 'listPricePlansV2',
    method: 'GET',
    path: '/v2/price_plans',
    query: page,
    document: ListPricePlansV2Document,
    variables: ({ query }) => pageArguments(query),
    answer: (plans) => toPage(plans, ({ latestVersion }) => latestVersion),
  }),
  route({
    operation: 'createPricePlanV2',
    method: 'POST',
    path: '/v2/price_plans',
    body: CreatePricePlanV2Request,
    document: CreatePricePlanV2Document,
    variables: ({ body }) => ({ input: body }),
    answer: ({ pricePlan }) => pricePlan,
  }),
  route({
    operation: 'getPricePlanV2',
    method: 'GET',
    path: '/v2/price_plans/{pricePlanId}',
    query: versionQuery,
    document: GetPricePlanV2Document,
    variables: ({ path: { pricePlanId }, query: { version } }) => ({ pricePlanId, version: versionBy(version) }),
    answer: (pricePlan) => pricePlan,
  }),
  route({
    operation: 'updatePricePlanV2',
    method: 'PATCH',
    path: '/v2/price_plans/{pricePlanId}',
    body: UpdatePricePlanV2Request,
    document: UpdatePricePlanV2Document,
    variables: ({ path: { pricePlanId }, body }) => ({ input: { pricePlanId, ...body } }),
    answer: ({ pricePlan }) => pricePlan,
  }),
  route({
    operation: 'discardPricePlan',
    method: 'DELETE',
    path: '/v2/price_plans/{pricePlanId}/discard',
    document: DiscardPricePlanDocument,
    variables: ({ path: { pricePlanId } }) => ({ input: { pricePlanId } }),
    answer: succeeded,
  }),
  route({
    operation: 'listPricePlanErrors',
    method: 'GET',
    path: '/v2/price_plans/{pricePlanId}/errors',
    document: ListPricePlanErrorsDocument,
    variables: ({ path: { pricePlanId } }) => ({ pricePlanId }),
    answer: ({ issues }) => ({ data: issues }),
  }),
  route({
    operation: 'listPricePlanPricingRules',
    method: 'GET',
    path: '/v2/price_plans/{pricePlanId}/pricing_rules',
    query: versionQuery,
    document: ListPricePlanPricingRulesDocument,
    variables: ({ path: { pricePlanId }, query: { version } }) => ({ pricePlanId, version: versionBy(version) }),
    answer: ({ pricingRules }) => ({ data: pricingRules.map(toPricingRule) }),
  }),
  route({
    operation: 'updatePricePlanPricingRules',
    method: 'PUT',
    path: '/v2/price_plans/{pricePlanId}/pricing_rules',
    body: UpdatePricingRulesRequest,
    document: UpdatePricePlanPricingRulesDocument,
    variables: ({ path: { pricePlanId }, body: { pricingRules = [] } }) => ({ input: { pricePlanId, pricingRules } }),
    answer: ({ pricePlan }) => pricePlan && { data: pricePlan.pricingRules.map(toPricingRule) },
  }),
  route({
    operation: 'listPricePlanRateCards',
    method: 'GET',
    path: '/v2/price_plans/{pricePlanId}/rate_cards',
    query: page,
    document: ListPricePlanRateCardsDocument,
    variables: ({ path: { pricePlanId }, query }) => ({ pricePlanId, ...pageArguments(query) }),
    answer: ({ rateCards, ...plan }) => toPage(rateCards, (card) => toRateCard(card, { ...plan, referenceType: 'PRICE_PLAN' })),
  }),
  route({
    operation: 'bulkPricePlanRateCardOperations',
    method: 'POST',
    path: '/v2/price_plans/{pricePlanId}/rate_cards',
    body: BulkRateCardOperationsRequest,
    document: BulkPricePlanRateCardOperationsDocument,
    inBody: operationInBody,
    variables: ({ path: { pricePlanId }, body: { operations } }) => ({ input: { pricePlanId, operations: toOperations(operations) } }),
    answer: ({ pricePlan, rateCards }) =>
      pricePlan && { rateCards: rateCards.map((card) => toRateCard(card, { ...pricePlan, referenceType: 'PRICE_PLAN' })) },
  }),
  route({
    operation: 'listPricePlanVersions',
    method: 'GET',
    path: '/v2/price_plans/{pricePlanId}/versions',
    query: page,
    document: ListPricePlanVersionsDocument,
    variables: ({ path: { pricePlanId }, query }) => ({ pricePlanId, ...pageArguments(query) }),
    answer: ({ plan }) => toPage(plan.versions, (version) => version),
  }),
];
