import * as v from 'valibot';
import {
  BulkEditSchedulesDocument,
  BulkRateCardOperationsOnScheduleDocument,
  DiscardAccountSchedulesDocument,
  FinalizeAccountSchedulesDocument,
  ListaccountSchedulesDocument,
  ListPricingRulesDocument,
  ListScheduleErrorsDocument,
  ListScheduleRateCardsDocument,
  UpdatePricingRulesDocument,
} from '../documents.ts';
import { flag } from '../fields.ts';
import { EMPTY_LIST, PAGE_SIZE, page, pageArguments, toPage, toPageBothWays } from '../pages.ts';
import { UpdatePricingRulesRequest } from '../price-plan/bodies.ts';
import { toPricingRule } from '../price-plan/shapes.ts';
import { BulkRateCardOperationsRequest } from '../rate-card/bodies.ts';
import { operationInBody, toOperations } from '../rate-card/inputs.ts';
import { toRateCard } from '../rate-card/shapes.ts';
import { route, succeeded } from '../route.ts';
import { EditAccountScheduleRequest, FinalizeAccountSchedules } from './bodies.ts';
import { ANY_MODE, modeQuery, ownerOf, toAccountSchedule, toPlanOverride } from './shapes.ts';

export const scheduleRoutes = [
  route({
    operation: 'listaccountSchedules',
    method: 'GET',
    path: '/v2/accounts/{accountId}/schedules',
    query: { ...modeQuery, ...page },
    document: ListaccountSchedulesDocument,
    variables: ({ path: { accountId }, query: { mode, ...query } }) => {
      const { first, after, last, before } = pageArguments(query);
      if (mode === 'ACTIVE') return { accountId, isDraft: false, first, after, last, before };
      return { accountId, isDraft: true, draftFirst: first, draftAfter: after, draftLast: last, draftBefore: before };
    },
    answer: ({ accountId, schedules, draft }) =>
      toPageBothWays(schedules ?? draft?.schedules ?? EMPTY_LIST, (schedule) => toAccountSchedule(schedule, accountId)),
  }),
  route({
    operation: 'bulkEditSchedules',
    method: 'POST',
    path: '/v2/accounts/{accountId}/edit_schedules',
    query: { discard: v.optional(flag) },
    body: EditAccountScheduleRequest,
    document: BulkEditSchedulesDocument,
    variables: ({ path: { accountId }, query: { discard }, body: { edits } }) => ({ input: { accountId, edits, discard } }),
    answer: ({ account, schedules }) => account && { ...account, pricingSchedules: schedules.map(toPlanOverride) },
  }),
  route({
    operation: 'discardAccountSchedules',
    method: 'DELETE',
    path: '/v2/accounts/{accountId}/discard_schedules',
    document: DiscardAccountSchedulesDocument,
    variables: ({ path: { accountId } }) => ({ input: { accountId } }),
    answer: succeeded,
  }),
  route({
    operation: 'finalizeAccountSchedules',
    method: 'POST',
    path: '/v2/accounts/{accountId}/finalize_schedules',
    body: FinalizeAccountSchedules,
    document: FinalizeAccountSchedulesDocument,
    variables: ({ path: { accountId }, body }) => ({ input: { accountId, anyDraft: true, ...body }, first: PAGE_SIZE }),
    answer: ({ account }) => account && toPageBothWays(account.schedules, (schedule) => toAccountSchedule(schedule, account.accountId)),
  }),
  route({
    operation: 'listScheduleErrors',
    method: 'GET',
    path: '/v2/schedules/{scheduleId}/errors',
    document: ListScheduleErrorsDocument,
    variables: ({ path: { scheduleId } }) => ({ scheduleId }),
    answer: ({ issues }) => ({ data: issues }),
  }),
  route({
    operation: 'listPricingRules',
    method: 'GET',
    path: '/v2/schedules/{scheduleId}/pricing_rules',
    query: modeQuery,
    selection: ANY_MODE,
    document: ListPricingRulesDocument,
    variables: ({ path: { scheduleId }, query: { mode } }) => ({ scheduleId, mode }),
    answer: ({ pricingRules }) => ({ data: pricingRules.map(toPricingRule) }),
  }),
  route({
    operation: 'updatePricingRules',
    method: 'PUT',
    path: '/v2/schedules/{scheduleId}/pricing_rules',
    body: UpdatePricingRulesRequest,
    document: UpdatePricingRulesDocument,
    variables: ({ path: { scheduleId }, body: { pricingRules = [] } }) => ({ input: { scheduleId, pricingRules } }),
    answer: ({ schedule }) => schedule && { data: schedule.pricingRules.map(toPricingRule) },
  }),
  route({
    operation: 'listScheduleRateCards',
    method: 'GET',
    path: '/v2/schedules/{scheduleId}/rate_cards',
    query: { ...modeQuery, ...page },
    selection: ANY_MODE,
    document: ListScheduleRateCardsDocument,
    variables: ({ path: { scheduleId }, query: { mode, ...query } }) => ({ scheduleId, mode, ...pageArguments(query) }),
    answer: ({ rateCards, ...schedule }) => toPage(rateCards, (card) => toRateCard(card, ownerOf(schedule))),
  }),
  route({
    operation: 'bulkRateCardOperationsOnSchedule',
    method: 'POST',
    path: '/v2/schedules/{scheduleId}/rate_cards',
    body: BulkRateCardOperationsRequest,
    document: BulkRateCardOperationsOnScheduleDocument,
    inBody: operationInBody,
    variables: ({ path: { scheduleId }, body: { operations } }) => ({ input: { scheduleId, operations: toOperations(operations) } }),
    answer: ({ schedule, rateCards }) => schedule && { rateCards: rateCards.map((card) => toRateCard(card, ownerOf(schedule))) },
  }),
];
