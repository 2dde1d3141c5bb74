import { ApolloServer, HeaderMap } from '@apollo/server';
import { measured } from '../measured.ts';
import { type AccountRow, COLUMNS, type Page, type PlanRow, type RateCardRow, type ScheduleRow, typeDefs } from './catalogue.ts';

interface Context {
  readonly d1: D1Database;
  readonly orgId: string;
}

/** Apollo Server with the resolvers that one writes first: each field asks for its own rows. */
const server = new ApolloServer<Context>({
  typeDefs,
  nodeEnv: 'production',
  resolvers: {
    Query: {
      accounts: (_: unknown, { first }: Page, context: Context) =>
        list<AccountRow>(
          context,
          `select ${COLUMNS.accounts} from accounts where org_id = ?1 and status <> 'ARCHIVED' order by id limit ?2`,
          first,
        ),
      account: (_: unknown, { by }: { by: { accountId: string } }, context: Context) =>
        first<AccountRow>(context, `select ${COLUMNS.accounts} from accounts where org_id = ?1 and account_id = ?2`, by.accountId),
    },
    Account: {
      schedules: ({ id }: AccountRow, { first }: Page, context: Context) =>
        list<ScheduleRow>(
          context,
          `select ${COLUMNS.schedules} from schedules
           where org_id = ?1 and account_id = ?2 and draft_id is null and superseded_at is null order by start_date limit ?3`,
          id,
          first,
        ),
    },
    Schedule: {
      pricePlan: ({ planVersionId }: ScheduleRow, _: unknown, context: Context) =>
        first<PlanRow>(
          context,
          `select ${COLUMNS.plans} from price_plan_versions v
           join price_plans p on p.org_id = v.org_id and p.id = v.price_plan_id where v.org_id = ?1 and v.id = ?2`,
          planVersionId,
        ),
    },
    PricePlan: {
      rateCards: ({ rateCardSetId }: PlanRow, { first }: Page, context: Context) =>
        list<RateCardRow>(
          context,
          `select ${COLUMNS.rateCards} from rate_cards where org_id = ?1 and set_id = ?2 order by position limit ?3`,
          rateCardSetId,
          first,
        ),
    },
  },
});
server.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests();

async function list<Row>({ d1, orgId }: Context, sql: string, ...values: unknown[]): Promise<{ nodes: Row[] }> {
  const { results } = await d1
    .prepare(sql)
    .bind(orgId, ...values)
    .all<Row>();
  return { nodes: results };
}

async function first<Row>({ d1, orgId }: Context, sql: string, ...values: unknown[]): Promise<Row | null> {
  return d1
    .prepare(sql)
    .bind(orgId, ...values)
    .first<Row>();
}

export default measured({
  async fetch(request, { DB }) {
    const headers = new HeaderMap();
    for (const [name, value] of request.headers) headers.set(name, value);
    const { method, url } = request;
    const {
      status,
      headers: sent,
      body,
    } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, headers, search: new URL(url).search, body: await request.json() },
      context: async () => ({ d1: DB, orgId: request.headers.get('x-org-id') ?? '' }),
    });
    if (body.kind !== 'complete') throw new Error('nothing here is answered in parts');
    return new Response(body.string, { status: status ?? 200, headers: [...sent] });
  },
});
