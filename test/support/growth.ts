import { entitlement, fixedFee } from '../../scripts/sample/rate-cards.ts';
import { MAX_WEBHOOKS } from '../../src/domain/webhook/webhook.ts';
import { mutate, upsert } from './catalogue.ts';
import { DB } from './database.ts';
import { MONTHLY, type Organization } from './organization.ts';
import type { World } from './world.ts';

const FOR_EVER = { effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };

/** What every list is full of once it has grown. */
export interface Busy {
  /** Its plan at version 1 and a purchase of it have the rate cards that grow. */
  readonly pricePlanId: string;
  /** Of which there are many revisions. */
  readonly proposalId: string;
  readonly purchaseId: string;
}

/** Adds an account `busy` to the world, with one of everything that an account, its plan and its purchase can have many of. */
export async function addBusy({ org, ids }: World): Promise<Busy> {
  const accountId = 'busy';
  await org.account(accountId, 'acme');
  await mutate(org, 'updateAccount', { accountId, metadata: { region: 'emea' } });
  await mutate(org, 'addAccountAliases', { accountId, aliases: [{ value: 'busy-0' }] });
  const { addOnId: seat } = await org.done<{ addOnId: string }>(
    'createAddOn',
    'addOn { addOnId }',
    { name: 'Places', type: 'LICENSE' },
    'addOn',
  );
  const cards = { fee: fixedFee(ids.extra, { USD: '1' }), requests: entitlement(ids.calls, '10', 'P20D', { USD: '1' }) };
  const plan = async (details: object): Promise<string> => {
    const { pricePlanId } = await org.done<{ pricePlanId: string }>('createPricePlan', 'pricePlan { pricePlanId }', details, 'pricePlan');
    await upsert(org, pricePlanId, cards);
    await mutate(org, 'finalizePricePlan', { pricePlanId });
    return pricePlanId;
  };
  // The same rate cards, so that they are one set.
  const once = await plan({ name: 'Once', type: 'PURCHASE', supportedCurrencies: ['USD'] });
  const pricePlanId = await plan({ name: 'Busy', type: 'BILLING', pricingCycleConfig: MONTHLY, supportedCurrencies: ['USD'] });
  const config = { licenseId: seat, updateType: 'ABSOLUTE', quantity: '1' };
  await mutate(org, 'updatePricingSchedule', {
    accountId,
    pricePlanId,
    ...FOR_EVER,
    preActions: [{ type: 'GRANT_LICENSE', config }],
  });
  const edits = [{ effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01', associationConfig: { pricePlanId: ids.pro } }];
  await mutate(org, 'bulkEditSchedules', { accountId, edits });

  const topup = { accountId, type: 'WALLET_TOPUP', walletTopupDetails: { topupAmount: '5' } };
  const offer = { ...topup, paymentMode: 'PREPAID' };
  const { proposalId } = await org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', offer, 'proposal');
  const buy = async (input: object): Promise<string> => {
    const { purchaseId } = await org.done<{ purchaseId: string }>('initiatePurchase', 'purchase { purchaseId }', input, 'purchase');
    await mutate(org, 'completePurchase', { purchaseId });
    return purchaseId;
  };
  const hook = {
    url: 'https://subscriber.example.com/busy',
    document: 'subscription { event { kinds } }',
    where: { kinds: ['JOB_REJECTED'] },
  };
  const { webhookId } = await org.done<{ webhookId: string }>('createWebhook', 'webhook { webhookId }', hook, 'webhook');
  await mutate(org, 'sendTestEvent', { webhookId });
  await buy(topup);
  return { pricePlanId, proposalId, purchaseId: await buy({ accountId, pricePlanId: once }) };
}

/** A row to copy: its table, how it is found, and what each copy says otherwise, in SQL. `i` is the number of the copy. */
interface Template {
  readonly table: string;
  readonly where: string;
  readonly otherwise: Readonly<Record<string, string>>;
  /** Most copies. Absent: as many as are asked for. */
  readonly most?: number;
}

const BUSY = "(select id from accounts where org_id = ?1 and account_id = 'busy')";
const BUSY_PLAN = "(select id from price_plans where org_id = ?1 and name = 'Busy')";
const BUSY_VERSION = `(select id from price_plan_versions where org_id = ?1 and price_plan_id = ${BUSY_PLAN} and version = 1)`;
const BUSY_CARDS = `(select rate_card_set_id from price_plan_versions where org_id = ?1 and id = ${BUSY_VERSION})`;
const BUSY_CARD = `(select content_key from rate_cards where org_id = ?1 and set_id = ${BUSY_CARDS} and position = 0)`;
/** Puts the copies of the card into its set. */
const GROW_MEMBERS = `insert into rate_card_members (set_key, position, content_key)
  with recursive n(i) as (select ?2 union all select i + 1 from n where i < ?3)
  select (select key from rate_card_sets where org_id = ?1 and id = ${BUSY_CARDS}), 2 + i,
    (select key from rate_card_contents where org_id = ?1 and id = printf('card.zz%09d.00000', i)) from n`;
/** Sorts after every id of its kind that is there, in the order of the copies. */
const newId = (kind: string) => `printf('${kind}.zz%09d.00000', i)`;
const another = (column: string) => `${column} || '-' || i`;
const ONE_DAY_EACH = { start_date: "date('1000-01-01', i || ' days')", end_date: "date('1000-01-02', i || ' days')" };

const A_DAY_LATER_EACH = "date('2027-01-01', i || ' days')";

const TEMPLATES: readonly Template[] = [
  {
    table: 'customers',
    where: "customer_id = 'acme'",
    otherwise: { id: newId('cus'), customer_id: another('customer_id'), name: another('name'), name_folded: another('name_folded') },
  },
  {
    table: 'accounts',
    where: "account_id = 'busy'",
    otherwise: {
      id: newId('acc'),
      account_id: another('account_id'),
      name: another('name'),
      name_folded: another('name_folded'),
      timeline_end: A_DAY_LATER_EACH,
    },
  },
  {
    table: 'account_aliases',
    where: `account_id = ${BUSY}`,
    otherwise: { id: newId('alias'), value: "'busy-' || i", effective_from: 'effective_from + i' },
  },
  { table: 'reserved_aliases', where: "value = 'kept'", otherwise: { id: newId('rsv'), value: another('value') } },
  {
    table: 'billable_items',
    where: "name = 'Extra'",
    otherwise: { id: newId('addon'), name: another('name'), name_folded: another('name_folded') },
  },
  {
    table: 'price_plans',
    where: "name = 'Busy'",
    otherwise: { id: newId('pp'), name: another('name'), name_folded: another('name_folded') },
  },
  // Of each of these plans the first version and a draft, and later ones of the busy plan.
  { table: 'price_plan_versions', where: `id = ${BUSY_VERSION}`, otherwise: { id: newId('ppu'), price_plan_id: newId('pp') } },
  {
    table: 'price_plan_versions',
    where: `id = ${BUSY_VERSION}`,
    otherwise: { id: newId('ppw'), price_plan_id: newId('pp'), version: '2', status: "'DRAFT'" },
  },
  { table: 'price_plan_versions', where: `id = ${BUSY_VERSION}`, otherwise: { id: newId('ppv'), version: '1 + i' } },
  {
    table: 'rate_card_contents',
    where: `key = ${BUSY_CARD}`,
    otherwise: { key: 'null', id: newId('card'), name: another('name') },
  },
  // The timeline of the account, each piece on a later version, that of its draft likewise, and one schedule for each other account.
  {
    table: 'schedules',
    where: `account_id = ${BUSY} and draft_id is null`,
    otherwise: { id: newId('schv'), schedule_id: newId('sch'), plan_version_id: newId('ppv'), ...ONE_DAY_EACH, recorded_revision: '1 + i' },
  },
  {
    table: 'schedules',
    where: `account_id = ${BUSY} and draft_id is not null`,
    otherwise: { id: newId('schw'), schedule_id: newId('sci'), plan_version_id: newId('ppv'), ...ONE_DAY_EACH },
  },
  {
    table: 'schedules',
    where: `account_id = ${BUSY} and draft_id is null`,
    otherwise: { id: newId('schx'), schedule_id: newId('scj'), account_id: newId('acc'), end_date: A_DAY_LATER_EACH },
  },
  // A draft for each other account, none of them edited at one time.
  {
    table: 'drafts',
    where: `account_id = ${BUSY}`,
    otherwise: { id: newId('draft'), account_id: newId('acc'), updated_at: 'updated_at + i' },
  },
  { table: 'purchases', where: `account_id = ${BUSY} and is_proposal`, otherwise: { id: newId('purchase'), revision: '1 + i' } },
  { table: 'purchases', where: `account_id = ${BUSY} and not is_proposal`, otherwise: { id: newId('purchasf') } },
  { table: 'entitlements', where: `account_id = ${BUSY}`, otherwise: { id: newId('ent') } },
  { table: 'wallet_entries', where: `account_id = ${BUSY}`, otherwise: { id: newId('wal') } },
  { table: 'license_updates', where: `account_id = ${BUSY}`, otherwise: { id: newId('lic') } },
  { table: 'api_tokens', where: "name = 'ci'", otherwise: { id: newId('tok'), secret_hash: another('secret_hash') } },
  { table: 'jobs', where: 'true', otherwise: { id: newId('job') } },
  // Of the first copy: what a job has to do is read when it is rejected.
  { table: 'job_entries', where: 'true', otherwise: { job_id: "'job.zz000000001.00000'", account_id: newId('acc') } },
  { table: 'token_issuers', where: "issuer like 'https:%'", otherwise: { id: newId('iss') } },
  { table: 'staff_issuers', where: "issuer like 'https:%'", otherwise: { id: newId('stf') } },
  { table: 'staff_revocations', where: 'true', otherwise: { id: newId('rvk'), subject: another('subject') } },
  // One less than an organization may have, with those of the world and of the busy account.
  { table: 'webhooks', where: "url like '%/busy'", otherwise: { id: newId('whk'), status: "'DISABLED'" }, most: MAX_WEBHOOKS - 3 },
  {
    table: 'webhook_deliveries',
    where: 'true',
    otherwise: { id: newId('dlv'), webhook_id: '(select min(id) from webhooks where org_id = ?1)', status: "'SUCCEEDED'" },
  },
  {
    table: 'audit_entries',
    where: `subject_id = ${BUSY} and timeline_revision is not null`,
    otherwise: { id: newId('aud'), seq: '1000000 + i', timeline_revision: '1 + i' },
  },
];

/** Makes copies of everything of the busy account, from the number `from` on, up to `to`. */
export async function grow({ orgId }: Organization, from: number, to: number): Promise<void> {
  const statements = await Promise.all(
    TEMPLATES.map(async ({ table, where, otherwise, most = to }) => {
      const { results } = await DB.prepare(`select name from pragma_table_info('${table}')`).all<{ name: string }>();
      const columns = results.map(({ name }) => name);
      const values = columns.map((column) => otherwise[column] ?? column);
      return DB.prepare(
        `insert into ${table} (${columns.join(', ')})
         with recursive n(i) as (select ?2 where ?2 <= ?3 union all select i + 1 from n where i < ?3)
         select ${values.join(', ')} from n, (select * from ${table} where org_id = ?1 and ${where} order by ${columns.includes('id') ? 'id' : '1'} limit 1)`,
      ).bind(orgId, from, Math.min(to, most));
    }),
  );
  await DB.batch([...statements, DB.prepare(GROW_MEMBERS).bind(orgId, from, to)]);
}
