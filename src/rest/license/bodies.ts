import * as v from 'valibot';
import { decimal, instant, object, text, textMap } from '../fields.ts';

export const LicenseUpdateRequest = object({
  licenseId: text({ max: 50 }),
  accountId: text({ max: 50 }),
  updateType: v.picklist(['RELATIVE', 'ABSOLUTE']),
  quantity: decimal,
  effectiveFrom: v.optional(instant),
  idempotencyKey: v.optional(v.string()),
  metadata: v.optional(textMap),
});
