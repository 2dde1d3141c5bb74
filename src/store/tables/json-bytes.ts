import type { Table } from 'drizzle-orm';
import type * as views from '../views.ts';
import type * as tables from './index.ts';

/** Bytes of the columns of JSON that their inputs keep small. */
const SMALL = 16_384;

/** Bytes of the columns of JSON that are written by one request, whose body is no longer. */
export const ONE_REQUEST = 262_144;

/** Bytes of the columns of JSON that grow with more than one request. */
const SEVERAL_REQUESTS = 1_000_000;

/** Bytes of each column of JSON, at most: what a query could answer is estimated from these before it is sent. */
export const JSON_BYTES: BytesOf<typeof tables & typeof views> = {
  accounts: { address: SMALL, billingInformation: SMALL, settings: SMALL, metadata: SMALL, tags: SMALL },
  apiTokens: { scopes: SMALL },
  auditEntries: { entities: SMALL, before: SEVERAL_REQUESTS, after: SEVERAL_REQUESTS },
  billableItems: { schemaAssociations: ONE_REQUEST },
  customers: { address: SMALL, settings: SMALL },
  drafts: { edits: SEVERAL_REQUESTS },
  idempotencyRecords: { changed: ONE_REQUEST },
  jobEntries: { reason: ONE_REQUEST },
  pricePlanVersions: { pricingCycle: SMALL, currencies: SMALL, pricingRules: ONE_REQUEST },
  purchases: { rateCardQuantities: ONE_REQUEST, override: ONE_REQUEST, priceLines: ONE_REQUEST },
  rateCardContents: { card: ONE_REQUEST },
  rateCards: { card: ONE_REQUEST },
  schedules: { pricingCycle: SMALL, currencies: SMALL, pricingRules: ONE_REQUEST },
  tokenIssuers: { jwks: ONE_REQUEST, scopes: SMALL },
};

/** Every table that has columns of JSON, with all of these: a column without its bytes does not compile. */
type BytesOf<Tables> = { readonly [T in keyof Tables as keyof Json<Tables[T]> extends never ? never : T]: Json<Tables[T]> };

type Json<T> = T extends Table
  ? {
      readonly [C in keyof T['_']['columns'] as T['_']['columns'][C]['_']['dataType'] extends `${string}json` ? C : never]: number;
    }
  : never;
