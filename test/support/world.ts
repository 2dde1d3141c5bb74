import { mutate } from './catalogue.ts';
import { DB } from './database.ts';
import { KEY_SET } from './delegate.ts';
import { Organization } from './organization.ts';
import { openShop, type Shop } from './shop.ts';

const FOR_EVER = { effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };

/** An organization in which every mutation has something to do, and the generated ids that inputs name. */
export interface World {
  readonly org: Organization;
  readonly ids: Ids;
}

/** What each is stands at the place where it is made. */
export type Ids = Awaited<ReturnType<typeof populate>>;

/** The shop, and everything else that a mutation can begin with. */
export async function openWorld(): Promise<World> {
  const shop = await openShop();
  return { org: shop.org, ids: await populate(shop) };
}

async function populate({ org, pack, pro, setup, seat, calls }: Awaited<ReturnType<typeof openShop>>) {
  const make = async (mutation: string, payload: string, field: string, input: object): Promise<string> => {
    const made = await org.done<Readonly<Record<string, string>>>(mutation, `${payload} { ${field} }`, input, payload);
    return made[field] ?? '';
  };
  const accounts = ['contracted', 'drafting', 'stale', 'spare'];
  for (const accountId of accounts) await org.account(accountId, 'acme');
  for (const accountId of ['contracted', 'drafting', 'stale']) {
    await org.done('updatePricingSchedule', 'account { id }', { accountId, pricePlanId: pro, ...FOR_EVER }, 'account');
  }
  await mutate(org, 'addAccountAliases', { accountId: 'contracted', aliases: [{ value: 'main' }] });
  await mutate(org, 'reserveAliases', { values: ['kept'] });
  // A customer whose only account is archived.
  await org.customer('leaving');
  await mutate(org, 'deleteAccount', { accountId: 'leaving' });

  // A customer that is archived.
  await org.customer('gone');
  await mutate(org, 'deleteAccount', { accountId: 'gone' });
  await mutate(org, 'deleteCustomer', { customerId: 'gone' });

  const draftOf = (accountId: string) => {
    const edits = [{ effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01', associationConfig: { pricePlanId: pro } }];
    const selection = 'draft { draftId } schedules { scheduleId }';
    return mutate<{ draft: { draftId: string }; schedules: { scheduleId: string }[] }>(
      org,
      'bulkEditSchedules',
      { accountId, edits },
      selection,
    );
  };
  const { draft, schedules } = await draftOf('drafting');
  // The active timeline moves on other days than the draft's.
  const stale = await draftOf('stale');
  const pause = { mode: 'DISASSOCIATE', effectiveFrom: '2030-01-01', effectiveUntil: '2030-02-01' };
  await mutate(org, 'updatePricingSchedule', { accountId: 'stale', ...pause });

  // A plan that was never finalized, and could be; and one that nobody uses.
  const { pricePlanId: basic, referenceId: basicDraft } = await org.draftPlan('Basic');
  const idle = await org.plan('Idle');
  const extra = await make('createAddOn', 'addOn', 'addOnId', { name: 'Extra', type: 'FIXED_FEE' });
  const meter = await make('createUsageMeter', 'usageMeter', 'usageMeterId', { name: 'Traffic' });
  // Items that were taken off the catalogue.
  const oldAddOn = await make('createAddOn', 'addOn', 'addOnId', { name: 'Former fee', type: 'FIXED_FEE' });
  const oldFeature = await make('createFeature', 'feature', 'featureId', { name: 'Former feature', schemaAssociations: [] });
  const oldMeter = await make('createUsageMeter', 'usageMeter', 'usageMeterId', { name: 'Former meter' });
  await mutate(org, 'archiveAddOn', { addOnId: oldAddOn });
  await mutate(org, 'archiveFeature', { featureId: oldFeature });
  await mutate(org, 'archiveUsageMeter', { usageMeterId: oldMeter });

  const bought = { accountId: 'contracted', pricePlanId: pack };
  const purchase = await make('initiatePurchase', 'purchase', 'purchaseId', bought);
  const association = { accountId: 'contracted', type: 'ASSOCIATION', pricePlanId: pro, paymentMode: 'POSTPAID' };
  const proposal = await make('createProposal', 'proposal', 'proposalId', { ...association, ...FOR_EVER, effectiveFrom: '2028-01-01' });
  const token = await make('createApiToken', 'apiToken', 'apiTokenId', { name: 'ci', scopes: ['PLANS_READ'] });

  const registered = { issuer: 'https://id.example.com', jwks: KEY_SET, access: 'DECIDE_PROPOSALS' };
  const issuer = await make('registerTokenIssuer', 'tokenIssuer', 'tokenIssuerId', registered);
  const staff = { issuer: 'https://id.example.com', jwks: KEY_SET, claim: ['roles'], roles: [{ role: 'admin', scopes: ['PLANS_READ'] }] };
  const staffIssuer = await make('registerStaffIssuer', 'staffIssuer', 'staffIssuerId', staff);
  await mutate(org, 'revokeStaff', { staffIssuerId: staffIssuer, subject: 'former' });
  const migration = { sourceId: pro, sourceVersion: 1, migrationMode: 'NEXT_CYCLE', targetId: idle, requireConfirmation: true };
  const job = await make('migratePricePlan', 'job', 'jobId', migration);

  const { data } = await org.ask<{ events: { nodes: { eventId: string }[] } }>('{ events(last: 1) { nodes { eventId } } }');
  const event = data.events.nodes[0]?.eventId ?? '';
  // The last one, so that nothing here is delivered to it.
  const webhook = await make('createWebhook', 'webhook', 'webhookId', {
    url: 'https://subscriber.example.com/world',
    document: 'subscription { event { eventId kinds } }',
  });

  const draftSchedule = schedules[0]?.scheduleId ?? '';
  const archived = { oldAddOn, oldFeature, oldMeter };
  return {
    ...archived,
    pack,
    pro,
    setup,
    seat,
    calls,
    basic,
    idle,
    extra,
    meter,
    purchase,
    proposal,
    token,
    issuer,
    staffIssuer,
    job,
    event,
    webhook,
    draftSchedule,
    basicDraft,
    draft: draft.draftId,
    staleDraft: stale.draft.draftId,
  };
}

/**
 * A shop of its own for a test, at the price of a batch: a copy of the first one of its file, with the same ids. Two that must not know each
 * other's ids are opened by `openShop`.
 */
export async function copyOfShop(): Promise<Shop> {
  if (!(original && (await isThere(original.org)))) original = await openShop();
  const org = await copyOf(original.org);
  org.isEvicted = false;
  return { ...original, org };
}

let original: Shop | undefined;

/** Whether an organization is still there: each file begins with an empty database. */
const isThere = async ({ orgId }: Organization): Promise<boolean> =>
  (await DB.prepare('select 1 from organizations where id = ?').bind(orgId).first()) !== null;

/**
 * A new organization with every row of another, under the same ids but for the token that is asked with: a fresh state for each test at
 * the price of a batch. `begun` says where its rows stand among those of other organizations; absent: behind all before.
 */
export async function copyOf(
  original: Pick<Organization, 'orgId' | 'now'>,
  begun = Date.parse(original.now) + ++copies,
): Promise<Organization> {
  const copy = await Organization.begin({ now: new Date(begun).toISOString() });
  // What a mutation does is what it has done when it answers.
  copy.isEvicted = true;
  // What is made in the copy is later than all that it holds.
  copy.now = new Date(Date.parse(original.now) + 1_000).toISOString();
  known ??= await tables();
  const statements = known.map(({ name, columns }) => {
    const values = columns.map((column) => (name === 'idempotency_records' ? column : (COPIED[column] ?? column)));
    return DB.prepare(
      `insert into "${name}" (org_id, ${columns.join(', ')}) select ?2, ${values.join(', ')} from "${name}" where org_id = ?1`,
    ).bind(original.orgId, copy.orgId);
  });
  const batch = [DB.prepare('pragma defer_foreign_keys = on'), ...statements, DB.prepare(COPY_MEMBERS).bind(original.orgId, copy.orgId)];
  await DB.batch(batch);
  // The token is looked up, so that the calls that are counted from here on are the operation's own.
  await copy.ask('{ __typename }');
  return copy;
}

/** What a copy says otherwise: a set is counted by what refers to it. */
const COPIED: Readonly<Record<string, string>> = { secret_hash: 'secret_hash || ?2', key: 'null', uses: '0' };

const COPY_MEMBERS = `insert into rate_card_members (set_key, position, content_key)
  select copied_set.key, m.position, copied.key from rate_card_sets s
  join rate_card_members m on m.set_key = s.key join rate_card_contents c on c.key = m.content_key
  join rate_card_sets copied_set on copied_set.org_id = ?2 and copied_set.id = s.id
  join rate_card_contents copied on copied.org_id = ?2 and copied.id = c.id where s.org_id = ?1`;

let copies = 0;
let known: readonly Table[] | undefined;

interface Table {
  readonly name: string;
  /** But for `org_id`. */
  readonly columns: readonly string[];
}

/** Every table of an organization that triggers do not fill. */
async function tables(): Promise<readonly Table[]> {
  const sql = `select m.name as name, group_concat(c.name) as columns from sqlite_master m, pragma_table_info(m.name) c
    where m.type = 'table' and m.sql like '%org_id%' and c.name <> 'org_id' and m.name not in ('account_metadata', 'account_plans', 'storage_usage') group by m.name order by m.name <> 'rate_card_sets'`;
  const { results } = await DB.prepare(sql).all<{ name: string; columns: string }>();
  return results.map(({ name, columns }) => ({ name, columns: columns.split(',') }));
}
