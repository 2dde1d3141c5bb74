import * as v from 'valibot';
import {
  BulkEditSchedulesDocument,
  DiscardAccountSchedulesDocument,
  ListaccountSchedulesDocument,
  ListPricingRulesDocument,
  ListScheduleErrorsDocument,
  ListScheduleRateCardsDocument,
  UpdatePricingRulesDocument,
} from '../documents.ts';
import { flag } from '../fields.ts';
import { EMPTY_LIST, page, pageArguments, toPage, toPageBothWays } from '../pages.ts';
import { UpdatePricingRulesRequest } from '../price-plan/bodies.ts';
import { toPricingRule } from '../price-plan/shapes.ts';
import { toRateCard } from '../rate-card/shapes.ts';
import { route, succeeded } from '../route.ts';
import { EditAccountScheduleRequest } from './bodies.ts';
import { modeQuery, toAccountSchedule, toPlanOverride } from './shapes.ts';

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
    document: ListScheduleRateCardsDocument,
    variables: ({ path: { scheduleId }, query: { mode, ...query } }) => ({ scheduleId, mode, ...pageArguments(query) }),
    answer: ({ scheduleId, account: { accountId }, pricePlan: { pricePlanId }, rateCards }) =>
      toPage(rateCards, (card) => toRateCard(card, { referenceId: scheduleId, referenceType: 'SCHEDULE', pricePlanId, accountId })),
  }),
];
