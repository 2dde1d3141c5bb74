import * as v from 'valibot';
import { day, decimalText, instant, list, object, textMap } from '../fields.ts';
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

/** The contract has a map of texts, which these are the keys of. */
const GrantLicense = v.pipe(
  textMap,
  v.object({
    licenseId: v.string(),
    updateType: v.picklist(['RELATIVE', 'ABSOLUTE']),
    quantity: decimalText,
    effectiveFrom: v.optional(instant),
  }),
  v.metadata({ additionalProperties: { type: 'string' } }),
);

export const PreAction = object({ type: v.picklist(['GRANT_LICENSE']), config: GrantLicense });

export const FinalizeAccountSchedules = object({
  mergeSchedules: v.optional(v.boolean()),
  preActions: v.optional(list(PreAction)),
});
