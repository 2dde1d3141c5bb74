import type { Table } from 'drizzle-orm';
import type * as views from '../views.ts';
import type * as tables from './index.ts';

/** Maximum bytes of JSON columns whose inputs have small limits. */
const SMALL = 16_384;

/** Maximum bytes of the ids of all that one change writes: of the 1,000 schedules of a timeline, and of the 100 license updates beside them. */
export const WRITTEN_IDS = 32_768;

/** Maximum bytes of JSON columns that one request writes: the maximum size of a request's body. */
export const ONE_REQUEST = 262_144;

/** Maximum bytes of JSON columns that grow over several requests. */
const SEVERAL_REQUESTS = 1_000_000;

/** Maximum bytes of each JSON column. The size of a query's answer is estimated from them before the query is sent. */
export const JSON_BYTES: BytesOf<typeof tables & typeof views> = {
  accounts: { address: SMALL, billingInformation: SMALL, settings: SMALL, metadata: SMALL, tags: SMALL },
  apiTokens: { scopes: SMALL },
  auditEntries: { entities: WRITTEN_IDS, before: SEVERAL_REQUESTS, after: SEVERAL_REQUESTS },
  billableItems: { schemaAssociations: ONE_REQUEST },
  customers: { address: SMALL, settings: SMALL },
  drafts: { edits: SEVERAL_REQUESTS },
  idempotencyRecords: { changed: ONE_REQUEST },
  jobEntries: { reason: ONE_REQUEST },
  licenseUpdates: { metadata: SMALL },
  pricePlanVersions: { pricingCycle: SMALL, currencies: SMALL, pricingRules: ONE_REQUEST },
  purchases: { rateCardQuantities: ONE_REQUEST, override: ONE_REQUEST, priceLines: ONE_REQUEST },
  rateCardContents: { card: ONE_REQUEST },
  rateCards: { card: ONE_REQUEST },
  schedules: { pricingCycle: SMALL, currencies: SMALL, pricingRules: ONE_REQUEST },
  staffIssuers: { jwks: ONE_REQUEST, claim: SMALL, roles: ONE_REQUEST },
  tokenIssuers: { jwks: ONE_REQUEST, scopes: SMALL },
  webhooks: { kinds: SMALL },
};

/** Requires every JSON column of every table, so that a new column without its bytes does not compile. */
type BytesOf<Tables> = { readonly [T in keyof Tables as keyof Json<Tables[T]> extends never ? never : T]: Json<Tables[T]> };

type Json<T> = T extends Table
  ? {
      readonly [C in keyof T['_']['columns'] as T['_']['columns'][C]['_']['dataType'] extends `${string}json` ? C : never]: number;
    }
  : never;
