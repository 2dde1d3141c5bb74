import { applyD1Migrations } from 'cloudflare:test';
import { beforeAll, expect, it } from 'vitest';
import { fold } from '../../src/domain/fold.ts';
import { MIGRATIONS, OLD } from '../support/database.ts';
import { ROWS } from '../support/first-rows.ts';
import { STORED_BYTES } from '../support/storage-triggers.ts';

/** Four changes of an account's timeline, as they were recorded before the audit log knew of revisions: two associations, a gap,
 * and one more when the clock had gone back; a change of its name between, and one that changed nothing. */
const HISTORY = `
  insert into accounts (id, org_id, customer_id, account_id, name, invoice_currency, status, settings, metadata, tags, revision, timeline_revision, created_at, updated_at)
    values ('acc.2', 'org.1', 'cus.1', 'b', 'B', 'USD', 'ACTIVE', '[]', '{}', '[]', 5, 4, 1, 100);
  insert into schedules (id, org_id, account_id, schedule_id, start_date, end_date, price_plan_id, plan_version_id, rate_card_set_id, is_overridden,
    recorded_at, recorded_revision, superseded_at, superseded_revision) values
    ('schv.2', 'org.1', 'acc.2', 'sch.2', '2026-01-01', '9999-01-01', 'pp.1', 'ppv.1', 'rcs.1', 0, 100, 1, 100, 2),
    ('schv.3', 'org.1', 'acc.2', 'sch.2', '2026-01-01', '2027-01-01', 'pp.1', 'ppv.1', 'rcs.1', 0, 100, 2, 100, 3),
    ('schv.4', 'org.1', 'acc.2', 'sch.4', '2030-01-01', '2031-01-01', 'pp.1', 'ppv.1', 'rcs.1', 0, 90, 4, null, null);
  insert into audit_entries (id, org_id, at, actor, request_id, operation, subject_id, entities, before, after) values
    ('aud.2', 'org.1', 100, 'tok.1', 'r', 'updatePricingSchedule', 'acc.2', '["acc.2","schv.2"]', '[]', '[1]'),
    ('aud.3', 'org.1', 100, 'tok.1', 'r', 'updateAccount', 'acc.2', '["acc.2"]', '{}', '{"name":"B"}'),
    ('aud.4', 'org.1', 100, 'tok.1', 'r', 'updatePricingSchedule', 'acc.2', '["acc.2","schv.3"]', '[1]', '[2]'),
    ('aud.5', 'org.1', 100, 'tok.1', 'r', 'updatePricingSchedule', 'acc.2', '["acc.2"]', '[]', '[]'),
    ('aud.6', 'org.1', 100, 'tok.1', 'r', 'updatePricingSchedule', 'acc.2', '["acc.2"]', '[2]', '[]'),
    ('aud.7', 'org.1', 90, 'tok.1', 'r', 'updatePricingSchedule', 'acc.2', '["acc.2","schv.4"]', '[]', '[4]')`;

/** Every letter of the alphabets that have case or accents, and names made of them. */
const NAMES = [
  ...[
    'Acme',
    'Émile Zola',
    'ÉCUEIL',
    'İstanbul',
    'Straße',
    'Łódź',
    'Ørsted',
    'Ωmega ΟΔΟΣ',
    'Йод',
    '東京',
    'がく',
    '한국',
    'E\u0301cole',
    'ﬁn',
    "L'Œuvre",
  ],
  ...Array.from({ length: 0x2e80 / 0x80 - 1 }, (_each, block) =>
    String.fromCodePoint(...Array.from({ length: 0x80 }, (_letter, i) => 0x80 * (block + 1) + i)),
  ).map((letters) => [...letters].join(' ')),
];

beforeAll(async () => {
  await applyD1Migrations(OLD, MIGRATIONS.slice(0, 2));
  for (const [table, row] of Object.entries(ROWS)) {
    const columns = Object.keys(row);
    await OLD.prepare(`insert into ${table} (${columns}) values (${columns.map(() => '?')})`)
      .bind(...Object.values(row))
      .run();
  }
  for (const [i, name] of NAMES.entries()) {
    await OLD.prepare(
      `insert into customers (id, org_id, customer_id, name, primary_email, address, settings, status, created_at, updated_at)
       select ?, org_id, ?, ?, primary_email, address, settings, status, created_at, updated_at from customers where id = 'cus.1'`,
    )
      .bind(`cus.n${String(i).padStart(3, '0')}`, `N${i}`, name)
      .run();
  }
  for (const statement of HISTORY.split(';')) await OLD.prepare(statement).run();
  await applyD1Migrations(OLD, MIGRATIONS);
});

it('every later migration applies to a database that holds data since the first, and keeps each row', async () => {
  for (const [table, row] of Object.entries(ROWS))
    expect([table, await OLD.prepare(`select * from ${table}`).first()]).toMatchObject([table, row]);
  // What refers to a set, here a version and four schedules, is counted, and one without cards is a set as well.
  expect((await OLD.prepare('select org_id, id, uses, size from rate_card_sets order by id').all()).results).toEqual([
    { org_id: 'org.1', id: 'rcs.0', uses: 1, size: 0 },
    { org_id: 'org.1', id: 'rcs.1', uses: 5, size: 1 },
  ]);
  // What is there is counted as if it had been written since.
  const usage = OLD.prepare(`select bytes - (${STORED_BYTES}) as difference from storage_usage where org_id = ?1`);
  expect(await usage.bind('org.1').first('difference')).toBe(0);
  // A proposal from before there were revisions is the first one of a number.
  expect(await OLD.prepare('select number, revision from purchases').all()).toMatchObject({ results: [{ number: 1, revision: 1 }] });
  expect((await OLD.prepare('pragma foreign_key_check').all()).results).toEqual([]);
});

it('names from before lists were ordered by their folded form have theirs after an upgrade, letter by letter', async () => {
  const { results } = await OLD.prepare(
    "select name, name_folded, customer_id_folded from customers where id like 'cus.n%' order by id",
  ).all();
  expect(results).toEqual(NAMES.map((name, i) => ({ name, name_folded: fold(name), customer_id_folded: `n${i}` })));
  const { results: items } = await OLD.prepare('select name_folded, billable_name_folded from billable_items').all();
  expect(items).toEqual([{ name_folded: 'fee', billable_name_folded: null }]);
});

it('a timeline from before the audit log had revisions has each of them after an upgrade, at an instant of its own', async () => {
  const entries = await OLD.prepare(
    "select id, at, timeline_revision as revision, timeline_recorded_at as recordedAt from audit_entries where subject_id = 'acc.2' order by id",
  ).all();
  expect(entries.results).toEqual([
    { id: 'aud.2', at: 100, revision: 1, recordedAt: 100 },
    { id: 'aud.3', at: 100, revision: null, recordedAt: null },
    { id: 'aud.4', at: 100, revision: 2, recordedAt: 101 },
    { id: 'aud.5', at: 100, revision: null, recordedAt: null },
    { id: 'aud.6', at: 100, revision: 3, recordedAt: 102 },
    // The clock had gone back.
    { id: 'aud.7', at: 90, revision: 4, recordedAt: 103 },
  ]);
  const rows = await OLD.prepare("select id, recorded_at, superseded_at from schedules where account_id = 'acc.2' order by id").all();
  expect(rows.results).toEqual([
    { id: 'schv.2', recorded_at: 100, superseded_at: 101 },
    { id: 'schv.3', recorded_at: 101, superseded_at: 102 },
    { id: 'schv.4', recorded_at: 103, superseded_at: null },
  ]);
  expect(await OLD.prepare("select updated_at from accounts where id = 'acc.2'").first()).toEqual({ updated_at: 103 });
  await expect(OLD.prepare('update audit_entries set actor = 1').run()).rejects.toThrow('LEDGER');
  await expect(OLD.prepare("update schedules set recorded_at = 1 where account_id = 'acc.2'").run()).rejects.toThrow('SCHEDULE_HISTORY');
});

it('entries from before the feed are numbered in the order of their commits after an upgrade, and say what is known of their kinds', async () => {
  const entries = OLD.prepare("select id, seq, kinds, account_id as account from audit_entries where org_id = 'org.1' order by seq");
  const [first, ...later] = (await entries.all()).results;
  expect(first).toEqual({ id: 'aud.1', seq: 1, kinds: '[]', account: null });
  const moved = { kinds: '["TIMELINE_CHANGED"]', account: 'acc.2' };
  expect(later).toEqual([
    { id: 'aud.2', seq: 2, ...moved },
    { id: 'aud.3', seq: 3, kinds: '["ACCOUNT_CHANGED"]', account: 'acc.2' },
    { id: 'aud.4', seq: 4, ...moved },
    { id: 'aud.5', seq: 5, kinds: '[]', account: 'acc.2' },
    { id: 'aud.6', seq: 6, ...moved },
    { id: 'aud.7', seq: 7, ...moved },
  ]);
});

it('an entry that the Worker from before the feed writes gets the next number', async () => {
  const insert =
    "insert into audit_entries (id, org_id, at, actor, request_id, operation, entities) values (?, 'org.1', 1, 'tok.1', 'r', 'x', '[]')";
  for (const id of ['aud.8', 'aud.9']) await OLD.prepare(insert).bind(id).run();
  const { results } = await OLD.prepare("select id, seq from audit_entries where id in ('aud.8', 'aud.9') order by id").all();
  expect(results).toEqual([
    { id: 'aud.8', seq: 8 },
    { id: 'aud.9', seq: 9 },
  ]);
  await expect(OLD.prepare('update audit_entries set seq = 1').run()).rejects.toThrow('LEDGER');
});

it('a schedule from before its counting day was stored counts from its earliest day after an upgrade', async () => {
  const { results } = await OLD.prepare('select id, counts_from from schedules order by id').all();
  expect(results).toEqual([
    { id: 'schv.1', counts_from: '2026-01-01' },
    { id: 'schv.2', counts_from: '2026-01-01' },
    { id: 'schv.3', counts_from: '2026-01-01' },
    { id: 'schv.4', counts_from: '2030-01-01' },
  ]);
});
