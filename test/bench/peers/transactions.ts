import { Hono } from 'hono';
import { systemClock } from '../../../src/clock.ts';

interface Env {
  readonly Bindings: { readonly DB: D1Database };
}

/** What two mutations come to, written by hand: a read, and one batch. No GraphQL, no token, and no rule but the guard of the revision. */
export const transactions = new Hono<Env>();

interface Account {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly timeline: number;
}

const ACCOUNT = 'select id, name, revision, timeline_revision as timeline from accounts where org_id = ?1 and account_id = ?2';
const GUARD = `insert into _assert (ok, code)
  select exists (select 1 from accounts where org_id = ?1 and id = ?2 and revision = ?3), 'LOST_RACE'`;
const AUDIT = `insert into audit_entries (id, org_id, at, actor, request_id, operation, subject_id, entities, before, after, seq, kinds, account_id,
    timeline_revision, timeline_recorded_at)
  values (?1, ?2, ?3, 'bench', ?1, ?4, ?5, ?6, ?7, ?8, (select max(seq) + 1 from audit_entries where org_id = ?2), ?9, ?5, ?10, ?11)`;
const SETTLE = 'update storage_usage set settled_bytes = bytes where org_id = ?1';

transactions.post('/accounts/:accountId/name', async (c) => {
  const { DB } = c.env;
  const [orgId, name, now] = [c.req.header('x-org-id') ?? '', c.req.query('name') ?? '', systemClock()];
  const account = await DB.prepare(ACCOUNT).bind(orgId, c.req.param('accountId')).first<Account>();
  if (!account) return c.notFound();
  const states = [JSON.stringify({ name: account.name }), JSON.stringify({ name })];
  await DB.batch([
    DB.prepare(GUARD).bind(orgId, account.id, account.revision),
    DB.prepare(
      'update accounts set name = ?3, name_folded = ?4, revision = revision + 1, updated_at = ?5 where org_id = ?1 and id = ?2',
    ).bind(orgId, account.id, name, name.toLowerCase(), now),
    DB.prepare(AUDIT).bind(
      newId('aud', now),
      orgId,
      now,
      'updateAccount',
      account.id,
      JSON.stringify([account.id]),
      ...states,
      '["ACCOUNT_CHANGED"]',
      null,
      null,
    ),
    DB.prepare(SETTLE).bind(orgId),
  ]);
  return c.json({ data: { account: { revision: account.revision + 1 } } });
});

const COLUMNS = `org_id, account_id, price_plan_id, plan_version_id, rate_card_set_id, pricing_cycle, currencies, pricing_rules, is_overridden,
  counts_from`;
const CUT = `insert into schedules (id, schedule_id, start_date, end_date, recorded_at, recorded_revision, ${COLUMNS})
  select ?3, coalesce(?4, schedule_id), coalesce(?5, start_date), coalesce(?6, end_date), ?7, ?8, ${COLUMNS} from schedules where org_id = ?1 and id = ?2`;

/** Clears a period within one schedule, which leaves a part before it and one after it. */
transactions.post('/accounts/:accountId/gap', async (c) => {
  const { DB } = c.env;
  const [orgId, from, until, now] = [c.req.header('x-org-id') ?? '', c.req.query('from'), c.req.query('until'), systemClock()];
  const [accounts, covering] = await DB.batch<Account & { schedule: string }>([
    DB.prepare(ACCOUNT).bind(orgId, c.req.param('accountId')),
    DB.prepare(
      `select s.id as schedule from schedules s join accounts a on a.org_id = s.org_id and a.id = s.account_id
       where a.org_id = ?1 and a.account_id = ?2 and s.draft_id is null and s.superseded_at is null and s.start_date < ?3 and s.end_date > ?4`,
    ).bind(orgId, c.req.param('accountId'), from, until),
  ]);
  const [account, row] = [accounts?.results[0], covering?.results[0]?.schedule];
  if (!account || row === undefined) return c.notFound();
  const revision = account.timeline + 1;
  const [before, after] = [newId('schv', now), newId('schv', now)];
  await DB.batch([
    DB.prepare(GUARD).bind(orgId, account.id, account.revision),
    DB.prepare('update schedules set superseded_at = ?3, superseded_revision = ?4 where org_id = ?1 and id = ?2').bind(
      orgId,
      row,
      now,
      revision,
    ),
    DB.prepare(CUT).bind(orgId, row, before, null, null, from, now, revision),
    DB.prepare(CUT).bind(orgId, row, after, newId('sch', now), until, null, now, revision),
    DB.prepare(AUDIT).bind(
      newId('aud', now),
      orgId,
      now,
      'updatePricingSchedule',
      account.id,
      JSON.stringify([account.id, before, after]),
      JSON.stringify([row]),
      JSON.stringify([before, after]),
      '["TIMELINE_CHANGED"]',
      revision,
      now,
    ),
    DB.prepare(
      `update accounts set revision = revision + 1, timeline_revision = ?3, updated_at = ?4, timeline_end = (
         select end_date from schedules where org_id = ?1 and account_id = ?2 and draft_id is null and superseded_at is null
         order by start_date desc limit 1) where org_id = ?1 and id = ?2`,
    ).bind(orgId, account.id, revision, now),
    DB.prepare(SETTLE).bind(orgId),
  ]);
  return c.json({ data: { account: { revision: account.revision + 1 } } });
});

const newId = (kind: string, now: number): string => `${kind}.${now.toString(36).padStart(11, '0')}.${crypto.randomUUID().slice(0, 8)}`;
