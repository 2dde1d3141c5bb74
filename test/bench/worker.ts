import product from '../../src/worker.ts';

/** The product, and at /floor what reading the same could cost at least: one hand-written statement, no GraphQL, no token. */
export default {
  async fetch(request, env, context) {
    if (new URL(request.url).pathname !== '/floor') return product.fetch(request, env, context);
    const { results, meta } = await env.DB.prepare(FLOOR).bind(request.headers.get('x-org-id')).all<{ answer: string }>();
    return new Response(results[0]?.answer, { headers: { 'content-type': 'application/json', 'x-rows-read': String(meta.rows_read) } });
  },
} satisfies ExportedHandler<{ DB: D1Database }>;

const FLOOR = `
select json_object('data', json_object('accounts', json_object('nodes', json_group_array(json(node))))) as answer from (
  select json_object('accountId', a.account_id, 'name', a.name, 'schedules', json_object('nodes', (
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
  ))) as node
  from accounts a where a.org_id = ?1 and a.status <> 'ARCHIVED' order by a.id limit 50
)`;
