import * as v from 'valibot';
import { day, list, object } from '../fields.ts';
import { PricingCycleConfig } from '../price-plan/bodies.ts';

export const AssociationConfig = object({
  pricePlanId: v.optional(v.string()),
  scheduleId: v.optional(v.string()),
  pricingCycleConfigOverride: v.optional(PricingCycleConfig),
  retainStartOffsets: v.optional(v.boolean()),
});

export const UpdateAccountScheduleV2Request = object({
  mode: v.optional(v.picklist(['ASSOCIATE', 'DISASSOCIATE'])),
  effectiveFrom: day,
  effectiveUntil: day,
  associationConfig: v.optional(AssociationConfig),
  mergeSchedules: v.optional(v.boolean()),
});

export const EditAccountScheduleRequest = object({ edits: list(UpdateAccountScheduleV2Request, { min: 1, max: 10 }) });
