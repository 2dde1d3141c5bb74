import * as v from 'valibot';
import { GetPricingSchedulesDocument, UpdatePricingScheduleBatchDocument, UpdatePricingScheduleDocument } from '../documents.ts';
import { dayFromInstant, dayOfInstant, flag } from '../fields.ts';
import { PAGE_SIZE, page, pageArguments, toPageBothWays } from '../pages.ts';
import { route } from '../route.ts';
import { EditPricingScheduleRequest, UpdatePricingScheduleRequestWithActions } from './bodies.ts';
import { editInBody, toEdit, toPricingSchedule, toUpdatedSchedules } from './shapes.ts';

/** Rate cards of a whole page: with more, a request would be refused for its price. */
const CARDS_OF_PAGE = 2_000;
/** Rate cards of one schedule. */
const MOST_CARDS = 100;

export const pricingScheduleRoutes = [
  route({
    operation: 'updatePricingScheduleBatch',
    method: 'POST',
    path: '/accounts/{accountId}/edit_schedules',
    deprecated: true,
    query: { dryRun: v.optional(flag) },
    body: EditPricingScheduleRequest,
    document: UpdatePricingScheduleBatchDocument,
    inBody: (place, { edits }) => {
      const [, index, field = ''] = /^edits\.(\d+)\.(.*)$/.exec(place) ?? [];
      const edit = edits[Number(index)];
      return edit ? `edits.${index}.${editInBody(field, edit)}` : place;
    },
    variables: ({ path: { accountId }, query: { dryRun }, body: { edits } }) => ({
      input: { accountId, edits: edits.map(toEdit), dryRun },
    }),
    answer: ({ outline }) => outline && toUpdatedSchedules(outline),
  }),
  route({
    operation: 'updatePricingSchedule',
    method: 'POST',
    path: '/accounts/{accountId}/price_plans',
    deprecated: true,
    body: UpdatePricingScheduleRequestWithActions,
    document: UpdatePricingScheduleDocument,
    inBody: (place, edit) => (place.startsWith('edits.0.') ? editInBody(place.slice('edits.0.'.length), edit) : place),
    variables: ({ path: { accountId }, body: { preActions, ...edit } }) => ({
      input: { accountId, edits: [{ ...toEdit(edit), preActions }] },
    }),
    answer: ({ outline }) => outline && toUpdatedSchedules(outline),
  }),
  route({
    operation: 'getPricingSchedules',
    method: 'GET',
    path: '/accounts/{accountId}/pricing_schedules',
    deprecated: true,
    query: {
      ...page,
      startDate: v.optional(dayOfInstant),
      endDate: v.optional(dayFromInstant),
      includePricePlanInfo: v.optional(flag),
      compact: v.optional(flag),
    },
    document: GetPricingSchedulesDocument,
    variables: ({ path: { accountId }, query: { startDate, endDate, includePricePlanInfo = false, compact = false, ...query } }) => ({
      accountId,
      from: startDate,
      until: endDate,
      withDetails: !compact,
      withInfo: includePricePlanInfo,
      cards: Math.min(MOST_CARDS, Math.floor(CARDS_OF_PAGE / (query.pageSize ?? PAGE_SIZE))),
      ...pageArguments(query),
    }),
    answer: ({ schedules }) => toPageBothWays(schedules, toPricingSchedule),
  }),
];
