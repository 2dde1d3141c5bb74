import { DB } from './database.ts';
import type { Organization } from './organization.ts';

const PAIR = "account_id || ' ' || plan_version_id || ' ' || price_plan_id as pair";

/** The plan versions of each account of an organization, by the index of them and by the schedules of active timelines. */
export async function accountPlans({ orgId }: Organization): Promise<{ readonly indexed: unknown[]; readonly scheduled: unknown[] }> {
  const pairs = async (from: string) => {
    const { results } = await DB.prepare(`select distinct ${PAIR} from ${from} order by pair`).bind(orgId).all<{ pair: string }>();
    return results.map(({ pair }) => pair);
  };
  return {
    indexed: await pairs('account_plans where org_id = ?'),
    scheduled: await pairs('schedules where org_id = ? and draft_id is null and superseded_at is null'),
  };
}
