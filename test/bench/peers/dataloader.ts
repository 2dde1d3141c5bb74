import DataLoader from 'dataloader';
import { createSchema, createYoga } from 'graphql-yoga';
import { measured } from '../measured.ts';
import { type AccountRow, COLUMNS, type Page, type PlanRow, type RateCardRow, type ScheduleRow, typeDefs } from './catalogue.ts';

interface Context {
  readonly d1: D1Database;
  readonly orgId: string;
  readonly loaders: ReturnType<typeof loadersOf>;
}

/** The same resolvers with a DataLoader for each relation: one statement a level. */
const yoga = createYoga<Context>({
  logging: false,
  schema: createSchema<Context>({
    typeDefs,
    resolvers: {
      Query: {
        accounts: async (_: unknown, { first }: Page, { d1, orgId }) => ({
          nodes: await all<AccountRow>(
            d1.prepare(`select ${COLUMNS.accounts} from accounts where org_id = ? and status <> 'ARCHIVED' order by id limit ?`),
            orgId,
            first,
          ),
        }),
        account: (_: unknown, { by }: { by: { accountId: string } }, { d1, orgId }) =>
          d1
            .prepare(`select ${COLUMNS.accounts} from accounts where org_id = ? and account_id = ?`)
            .bind(orgId, by.accountId)
            .first<AccountRow>(),
      },
      Account: {
        schedules: async ({ id }: AccountRow, { first }: Page, { loaders }) => ({
          nodes: (await loaders.schedulesByAccount.load(id)).slice(0, first),
        }),
      },
      Schedule: { pricePlan: ({ planVersionId }: ScheduleRow, _: unknown, { loaders }) => loaders.planByVersion.load(planVersionId) },
      PricePlan: {
        rateCards: async ({ rateCardSetId }: PlanRow, { first }: Page, { loaders }) => ({
          nodes: (await loaders.rateCardsBySet.load(rateCardSetId)).slice(0, first),
        }),
      },
    },
  }),
});

// Keys travel as one JSON text: D1 binds at most 100 parameters.
const loadersOf = (d1: D1Database, orgId: string) => ({
  schedulesByAccount: new DataLoader(async (ids: readonly string[]) => {
    const rows = await all<ScheduleRow>(
      d1.prepare(`select ${COLUMNS.schedules} from schedules where org_id = ? and account_id in (select value from json_each(?))
        and draft_id is null and superseded_at is null order by start_date`),
      orgId,
      JSON.stringify(ids),
    );
    const byAccount = Map.groupBy(rows, ({ accountId }) => accountId);
    return ids.map((id) => byAccount.get(id) ?? []);
  }),
  planByVersion: new DataLoader(async (ids: readonly string[]) => {
    const rows = await all<PlanRow>(
      d1.prepare(`select ${COLUMNS.plans} from price_plan_versions v join price_plans p on p.org_id = v.org_id and p.id = v.price_plan_id
        where v.org_id = ? and v.id in (select value from json_each(?))`),
      orgId,
      JSON.stringify(ids),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? new Error(`there is no plan version ${id}`));
  }),
  rateCardsBySet: new DataLoader(async (ids: readonly string[]) => {
    const rows = await all<RateCardRow>(
      d1.prepare(
        `select ${COLUMNS.rateCards} from rate_cards where org_id = ? and set_id in (select value from json_each(?)) order by position`,
      ),
      orgId,
      JSON.stringify(ids),
    );
    const bySet = Map.groupBy(rows, ({ setId }) => setId);
    return ids.map((id) => bySet.get(id) ?? []);
  }),
});

async function all<Row>(statement: D1PreparedStatement, ...values: unknown[]): Promise<Row[]> {
  return (await statement.bind(...values).all<Row>()).results;
}

export default measured({
  fetch(request, { DB }) {
    const orgId = request.headers.get('x-org-id') ?? '';
    return yoga.fetch(request, { d1: DB, orgId, loaders: loadersOf(DB, orgId) });
  },
});
