import { Hono } from 'hono';
import { measured } from '../measured.ts';

/** The floor with each row made JSON before it is ordered: every object is parsed again by the array that it goes into. */
const app = new Hono<{ Bindings: { DB: D1Database } }>();

app.get('/accounts', (c) => answer(c.env.DB.prepare(ACCOUNTS).bind(c.req.header('x-org-id'))));
app.get('/accounts/:accountId', (c) => answer(c.env.DB.prepare(ACCOUNT).bind(c.req.header('x-org-id'), c.req.param('accountId'))));
app.get('/typename', (c) => c.json({ data: { __typename: 'Query' } }));

async function answer(statement: D1PreparedStatement): Promise<Response> {
  const data = await statement.first<string>('data');
  return new Response(`{"data":${data}}`, { headers: { 'content-type': 'application/json' } });
}

const NODE = `json_object('accountId', a.account_id, 'name', a.name, 'schedules', json_object('nodes', (
  select json_group_array(json(schedule)) from (
    select json_object('startDate', s.start_date, 'endDate', s.end_date, 'pricePlan', json_object(
      'name', p.name, 'version', v.version, 'rateCards', json_object('nodes', (
        select json_group_array(json(card)) from (
          select json_object('name', r.name, 'displayName', r.card ->> '$.displayName') as card from rate_cards r
          where r.org_id = a.org_id and r.set_id = v.rate_card_set_id order by r.position limit 20
        )
      ))
    )) as schedule
    from schedules s
    join price_plan_versions v on v.org_id = s.org_id and v.id = s.plan_version_id
    join price_plans p on p.org_id = s.org_id and p.id = s.price_plan_id
    where s.org_id = a.org_id and s.account_id = a.id and s.draft_id is null and s.superseded_at is null
    order by s.start_date limit 20
  )
)))`;

const ACCOUNTS = `select json_object('accounts', json_object('nodes', json_group_array(json(node)))) as data from (
  select ${NODE} as node from accounts a where a.org_id = ?1 and a.status <> 'ARCHIVED' order by a.id limit 50
)`;

const ACCOUNT = `select json_object('account', ${NODE}) as data from accounts a where a.org_id = ?1 and a.account_id = ?2`;

export default measured(app);
