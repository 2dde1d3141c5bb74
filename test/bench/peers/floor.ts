import { Hono } from 'hono';
import { measured } from '../measured.ts';
import { transactions } from './transactions.ts';

/** The least that answering could cost: one statement by hand that makes the JSON itself, no GraphQL, no token. */
const app = new Hono<{ Bindings: { DB: D1Database } }>();

app.get('/accounts', (c) => answer(c.env.DB.prepare(ACCOUNTS).bind(c.req.header('x-org-id'))));
app.get('/accounts/:accountId', (c) => answer(c.env.DB.prepare(ACCOUNT).bind(c.req.header('x-org-id'), c.req.param('accountId'))));
app.get('/typename', (c) => c.json({ data: { __typename: 'Query' } }));

app.route('/', transactions);

async function answer(statement: D1PreparedStatement): Promise<Response> {
  const data = await statement.first<string>('data');
  return new Response(`{"data":${data}}`, { headers: { 'content-type': 'application/json' } });
}

// Ordered rows first, then their objects in the array: an object that a subquery returns is a text, which the array would parse again.
const CARDS = `select json_group_array(json_object('name', r.name, 'displayName', r.display_name)) from (
  select name, display_name from rate_cards where org_id = s.org_id and set_id = s.rate_card_set_id order by position limit 20
) r`;

const SCHEDULES = `select json_group_array(json_object('startDate', s.start_date, 'endDate', s.end_date, 'pricePlan', json_object(
  'name', s.name, 'version', s.version, 'rateCards', json_object('nodes', (${CARDS}))
))) from (
  select s.org_id, s.start_date, s.end_date, p.name, v.version, v.rate_card_set_id
  from schedules s
  join price_plan_versions v on v.org_id = s.org_id and v.id = s.plan_version_id
  join price_plans p on p.org_id = s.org_id and p.id = s.price_plan_id
  where s.org_id = a.org_id and s.account_id = a.id and s.draft_id is null and s.superseded_at is null
  order by s.start_date limit 20
) s`;

const NODE = `json_object('accountId', a.account_id, 'name', a.name, 'schedules', json_object('nodes', (${SCHEDULES})))`;

const ACCOUNTS = `select json_object('accounts', json_object('nodes', json_group_array(${NODE}))) as data from (
  select org_id, id, account_id, name from accounts where org_id = ?1 and status <> 'ARCHIVED' order by id limit 50
) a`;

const ACCOUNT = `select json_object('account', ${NODE}) as data from accounts a where a.org_id = ?1 and a.account_id = ?2`;

export default measured(app);
