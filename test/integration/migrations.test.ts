import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';

const { OLD, MIGRATIONS } = env;

/** One row of each table that the first migration made, as it was written then. */
const ROWS: Readonly<Record<string, Readonly<Record<string, string | number | null>>>> = {
  organizations: { id: 'org.1', name: 'Org', base_currency: 'USD', created_at: 1 },
  api_tokens: { id: 'tok.1', org_id: 'org.1', name: 'first', prefix: 'tg_live_abcd', secret_hash: 'h', scopes: '[]', created_at: 1 },
  customers: {
    id: 'cus.1',
    org_id: 'org.1',
    customer_id: 'c',
    name: 'C',
    primary_email: 'a@b.co',
    address: '{}',
    settings: '[]',
    status: 'ACTIVE',
    created_at: 1,
    updated_at: 1,
  },
  accounts: {
    id: 'acc.1',
    org_id: 'org.1',
    customer_id: 'cus.1',
    account_id: 'a',
    name: 'A',
    invoice_currency: 'USD',
    status: 'ACTIVE',
    settings: '[]',
    metadata: '{}',
    tags: '[]',
    revision: 1,
    timeline_revision: 1,
    created_at: 1,
    updated_at: 1,
  },
  account_aliases: {
    id: 'alias.1',
    org_id: 'org.1',
    account_id: 'acc.1',
    value: 'v',
    effective_from: 1,
    effective_until: 2,
    created_at: 1,
  },
  billable_items: {
    id: 'addon.1',
    org_id: 'org.1',
    kind: 'FIXED_FEE',
    name: 'Fee',
    status: 'ACTIVE',
    schema_associations: '[]',
    created_at: 1,
    updated_at: 1,
  },
  price_plans: { id: 'pp.1', org_id: 'org.1', name: 'P', type: 'BILLING', revision: 1, created_at: 1, updated_at: 1 },
  price_plan_versions: {
    id: 'ppv.1',
    org_id: 'org.1',
    price_plan_id: 'pp.1',
    version: 1,
    status: 'ACTIVE',
    currencies: '["USD"]',
    deferred_revenue: 0,
    allow_ongoing_cycle_updates: 0,
    pricing_rules: '[]',
    rate_card_set_id: 'rcs.1',
    created_at: 1,
    updated_at: 1,
  },
  rate_cards: {
    id: 'rcs.1.0',
    org_id: 'org.1',
    set_id: 'rcs.1',
    position: 0,
    name: 'fee',
    type: 'FIXED_FEE',
    billable_id: 'addon.1',
    card: JSON.stringify({ displayName: 'Fee', tag: null, invoiceTiming: 'IN_ADVANCE' }),
  },
  schedules: {
    id: 'schv.1',
    org_id: 'org.1',
    account_id: 'acc.1',
    schedule_id: 'sch.1',
    start_date: '2026-01-01',
    end_date: '9999-01-01',
    price_plan_id: 'pp.1',
    plan_version_id: 'ppv.1',
    rate_card_set_id: 'rcs.1',
    is_overridden: 0,
    recorded_at: 1,
    recorded_revision: 1,
  },
  drafts: { id: 'draft.1', org_id: 'org.1', account_id: 'acc.1', base_timeline_revision: 1, created_at: 1, updated_at: 1 },
  purchases: {
    id: 'purchase.1',
    org_id: 'org.1',
    account_id: 'acc.1',
    is_proposal: 1,
    type: 'WALLET_TOPUP',
    payment_mode: 'PREPAID',
    status: 'PROPOSAL_ACTIVE',
    quantity: 1,
    rate_card_quantities: '{}',
    price_amount: '1',
    price_currency: 'USD',
    price_lines: '[]',
    created_at: 1,
    updated_at: 1,
  },
  entitlements: {
    id: 'ent.1',
    org_id: 'org.1',
    account_id: 'acc.1',
    purchase_id: 'purchase.1',
    feature_id: 'f',
    credits: '1',
    effective_from: '2026-01-01',
    effective_until: '2027-01-01',
    created_at: 1,
  },
  wallet_entries: {
    id: 'wal.1',
    org_id: 'org.1',
    account_id: 'acc.1',
    purchase_id: 'purchase.1',
    amount: '1',
    currency: 'USD',
    created_at: 1,
  },
  license_updates: {
    id: 'lic.1',
    org_id: 'org.1',
    account_id: 'acc.1',
    license_id: 'l',
    update_type: 'ABSOLUTE',
    quantity: '1',
    effective_from: 1,
    created_at: 1,
  },
  audit_entries: { id: 'aud.1', org_id: 'org.1', at: 1, actor: 'tok.1', request_id: 'r', operation: 'x', entities: '[]' },
};

it('every later migration applies to a database that holds data since the first, and keeps each row', async () => {
  await applyD1Migrations(OLD, MIGRATIONS.slice(0, 2));
  for (const [table, row] of Object.entries(ROWS)) {
    const columns = Object.keys(row);
    await OLD.prepare(`insert into ${table} (${columns}) values (${columns.map(() => '?')})`)
      .bind(...Object.values(row))
      .run();
  }
  await applyD1Migrations(OLD, MIGRATIONS);
  for (const [table, row] of Object.entries(ROWS))
    expect([table, await OLD.prepare(`select * from ${table}`).first()]).toMatchObject([table, row]);
  // A proposal from before there were revisions is the first one of a number.
  expect(await OLD.prepare('select number, revision from purchases').all()).toMatchObject({ results: [{ number: 1, revision: 1 }] });
  expect((await OLD.prepare('pragma foreign_key_check').all()).results).toEqual([]);
});
