import { dayInMonth, dayOf, monthOf } from '../../src/domain/day.ts';

/**
 * What each document of schema/documents is sent with, by its name: ids of Larkspur's sample data, and days that are allowed today.
 * What somebody has deleted since is named by a text that says so, and refused as unknown.
 */
export async function exampleVariables(d1: D1Database, orgId: string, now: number): Promise<Readonly<Record<string, object>>> {
  const today = dayOf(now);
  const id = async (from: string, ...values: string[]): Promise<string> => {
    const found = await d1
      .prepare(`select id from ${from}`)
      .bind(orgId, ...values)
      .first<string>('id');
    return found ?? 'It is gone: npm run seed -- --reset';
  };
  const plan = (name: string) => id('price_plans where org_id = ? and name = ?', name);
  const item = (name: string) => id('billable_items where org_id = ? and billable_name = ?', name);
  const proposalId = await id(
    `purchases where org_id = ? and is_proposal and payment_mode = 'POSTPAID' and type = 'ENTITLEMENT_GRANT'
     and status in ('PROPOSAL_ACTIVE', 'PROPOSAL_APPROVED') order by status, id`,
  );
  return {
    'account-page': { accountId: 'brightwater', day: today },
    accounts: { first: 10, after: null },
    'create-plan': {
      name: 'Plan of {{$timestamp}}',
      pricePlanId: await plan('Starter'),
      seat: await item('Seat'),
      calls: await item('API calls'),
    },
    'customer-page': { accountId: 'brightwater', proposalId, status: 'APPROVE' },
    'edit-and-finalize-schedules': {
      accountId: 'dovetail',
      pricePlanId: await plan('Metered API'),
      from: dayInMonth(monthOf(today) + 1, 1),
      until: dayInMonth(monthOf(today) + 4, 1),
    },
    'finalize-and-migrate': {
      pricePlanId: await plan('Vault'),
      description: 'Storage, all of it at the price of the size reached. Since {{$timestamp}}.',
      jobId: await id('jobs where org_id = ? order by id desc'),
    },
    'propose-and-approve': {
      accountId: 'brightwater',
      pricePlanId: await plan('Log Pack'),
      quantity: 2,
      proposalId,
    },
  };
}
