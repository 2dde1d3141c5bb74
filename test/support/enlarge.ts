import { getColumns, getTableName } from 'drizzle-orm';
import { relations } from '../../src/store/relations.ts';
import { JSON_BYTES } from '../../src/store/tables/json-bytes.ts';
import { DB } from './database.ts';
import type { Organization } from './organization.ts';

/** A text of so many bytes, in SQL. */
const text = (bytes: number) => `replace(hex(zeroblob(${bytes / 2})), '0', 'x')`;
const rule = (bytes: number) =>
  `json_array(json_object('id', 'rule', 'name', ${text(bytes)}, 'order', 1, 'condition', 'false', 'computation', '1', 'action', json_object('type', 'ADD')))`;

/** A card of a set of which many cards take 288 KB. */
const CARD = 24_000;

type Stored = Omit<typeof JSON_BYTES, 'rateCards'>;

/**
 * What makes each value of JSON as large as it can be: SQL, by the bytes that it takes. Null for what no list shows: it is read by itself, and
 * what reads it takes its text apart.
 */
const LARGE: { readonly [T in keyof Stored]: { readonly [C in keyof Stored[T]]: ((bytes: number) => string) | null } } = {
  accounts: {
    address: (bytes) => `json_set(address, '$.line1', ${text(bytes)})`,
    billingInformation: null,
    settings: null,
    metadata: (bytes) => `json_object('note', ${text(bytes)})`,
    tags: (bytes) => `json_array(${text(bytes)})`,
  },
  apiTokens: { scopes: null },
  auditEntries: {
    entities: null,
    before: (bytes) => `json_object('note', ${text(bytes)})`,
    after: (bytes) => `json_object('note', ${text(bytes)})`,
  },
  billableItems: {
    schemaAssociations: (bytes) => `json_array(json_object('schemaName', ${text(bytes)}, 'attributeName', 'count'))`,
  },
  customers: { address: (bytes) => `json_set(address, '$.line1', ${text(bytes)})`, settings: null },
  drafts: { edits: null },
  idempotencyRecords: { changed: null },
  jobEntries: { reason: (bytes) => `json_object('code', 'LIMIT_EXCEEDED', 'path', json_array(), 'message', ${text(bytes)})` },
  licenseUpdates: { metadata: (bytes) => `json_object('note', ${text(bytes)})` },
  pricePlanVersions: { pricingCycle: null, currencies: null, pricingRules: rule },
  purchases: {
    rateCardQuantities: (bytes) => `json_set(rate_card_quantities, '$.' || ${text(bytes)}, '1')`,
    override: null,
    priceLines: (bytes) =>
      `json_insert(price_lines, '$[#]', json_object('rateCard', ${text(bytes)}, 'quantity', '1', 'rate', '1', 'amount', '0'))`,
  },
  rateCardContents: { card: () => `json_set(card, '$.displayName', ${text(CARD)})` },
  schedules: { pricingCycle: null, currencies: null, pricingRules: rule },
  staffIssuers: {
    jwks: (bytes) => `json_set(jwks, '$.padding', ${text(bytes)})`,
    claim: (bytes) => `json_array(${text(bytes)})`,
    roles: (bytes) => `json_array(json_object('role', ${text(bytes)}, 'scopes', json_array('plans:read')))`,
  },
  webhooks: { kinds: null },
  tokenIssuers: { jwks: (bytes) => `json_set(jwks, '$.padding', ${text(bytes)})`, scopes: null },
};

/** Makes every value of JSON of an organization as large as it can be. The triggers that keep history are away meanwhile. */
export async function enlarge({ orgId }: Organization): Promise<void> {
  const { results: triggers } = await DB.prepare("select name, sql from sqlite_master where type = 'trigger'").all<{
    name: string;
    sql: string;
  }>();
  const updates = Object.entries(LARGE).flatMap(([name, columns]) => {
    const { table } = relations[name as keyof typeof LARGE];
    const bytesOf: Readonly<Record<string, number>> = JSON_BYTES[name as keyof typeof LARGE];
    return Object.entries(columns).flatMap(([column, value]) => {
      const stored = Object.entries(getColumns(table)).find(([key]) => key === column)?.[1].name;
      // What is there already, and the text around it, take some of the bytes.
      return value ? [`update ${getTableName(table)} set ${stored} = ${value((bytesOf[column] ?? 0) - 2_000)} where org_id = ?1`] : [];
    });
  });
  await DB.batch([
    ...triggers.map(({ name }) => DB.prepare(`drop trigger "${name}"`)),
    ...updates.map((update) => DB.prepare(update).bind(orgId)),
    ...triggers.map(({ sql }) => DB.prepare(sql)),
  ]);
}
