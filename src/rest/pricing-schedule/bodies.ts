import * as v from 'valibot';
import { day, list, object } from '../fields.ts';
import { CreatePricePlanDetailsOverride } from '../plan-details/bodies.ts';
import { CreatePricingRule } from '../price-plan/bodies.ts';
import { PreAction } from '../schedule/bodies.ts';

const edit = {
  mode: v.optional(v.picklist(['ASSOCIATE', 'DISASSOCIATE'])),
  pricePlanId: v.optional(v.string()),
  effectiveFrom: day,
  effectiveUntil: day,
  pricePlanDetailsOverride: v.optional(CreatePricePlanDetailsOverride),
  pricingRulesOverride: v.optional(list(CreatePricingRule)),
  retainStartOffsets: v.optional(v.boolean()),
};

export const UpdatePricingScheduleRequest = object(edit);

export const UpdatePricingScheduleRequestWithActions = object({ ...edit, preActions: v.optional(list(PreAction)) });

export const EditPricingScheduleRequest = object({ edits: list(UpdatePricingScheduleRequest, { min: 1, max: 10 }) });
