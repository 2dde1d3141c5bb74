import * as v from 'valibot';
import { answeredInstant, answeredTextMap, pageOf } from '../answer-fields.ts';
import { decimal } from '../fields.ts';

export const LicenseUpdateResponse = v.object({
  licenseId: v.string(),
  accountId: v.string(),
  quantity: decimal,
  effectiveFrom: answeredInstant,
  metadata: v.optional(answeredTextMap),
  createdAt: answeredInstant,
});

export const GetLicenseUpdatesResponse = pageOf(LicenseUpdateResponse);
