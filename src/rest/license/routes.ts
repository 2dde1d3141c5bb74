import * as v from 'valibot';
import { AddLicenseUpdateEntryDocument, GetLicenseUpdatesDocument, type LicenseUpdateFragment } from '../documents.ts';
import { instant } from '../fields.ts';
import { numberOf } from '../json.ts';
import { page, pageArguments, toPage } from '../pages.ts';
import { route } from '../route.ts';
import { toTextMap } from '../text-map.ts';
import { LicenseUpdateRequest } from './bodies.ts';

/** Returns a license update as the mirror answers it: with the quantity after it, whatever its type. */
const toLicenseUpdate = ({ account, quantityAfter, metadata, ...update }: LicenseUpdateFragment) => ({
  ...update,
  ...account,
  quantity: numberOf(quantityAfter),
  metadata: toTextMap(metadata),
});

export const licenseRoutes = [
  route({
    operation: 'getLicenseUpdates',
    method: 'GET',
    path: '/license_updates',
    query: { ...page, accountId: v.optional(v.string()), licenseId: v.optional(v.string()), effectiveFrom: v.optional(instant) },
    document: GetLicenseUpdatesDocument,
    variables: ({ query: { accountId, licenseId, effectiveFrom, ...query } }) => {
      const where = {
        ...(accountId !== undefined && { accountId: { eq: accountId } }),
        ...(licenseId !== undefined && { licenseId: { eq: licenseId } }),
        ...(effectiveFrom !== undefined && { effectiveFrom: { gte: effectiveFrom } }),
      };
      // An empty condition would be an error.
      return { ...pageArguments(query), where: Object.keys(where).length > 0 ? where : null };
    },
    answer: (updates) => toPage(updates, toLicenseUpdate),
  }),
  route({
    operation: 'addLicenseUpdateEntry',
    method: 'POST',
    path: '/license_updates',
    body: LicenseUpdateRequest,
    document: AddLicenseUpdateEntryDocument,
    variables: ({ body }) => ({ input: body }),
    answer: ({ licenseUpdate }) => licenseUpdate && toLicenseUpdate(licenseUpdate),
  }),
];
