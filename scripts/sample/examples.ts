import { addDays, dayInMonth, dayOf, monthOf } from '../../src/domain/day.ts';
import { openStore } from '../../src/store/client.ts';

/** The documents in the explorer's tabs: the examples, and trusted documents that the sample data has variables for. */
export const EXAMPLES = [
  'account-estimate',
  'account-page',
  'accounts',
  'answer-proposal',
  'calculate-revenue',
  'compare-price-plan-versions',
  'create-plan',
  'customer-page',
  'dashboard',
  'edit-and-finalize-schedules',
  'finalize-and-migrate',
  'preview-edits',
  'propose-and-approve',
] as const;

type Example = (typeof EXAMPLES)[number];

const NAMES: ReadonlySet<string> = new Set(EXAMPLES);
export const isExample = (name: string): name is Example => NAMES.has(name);

/**
 * Returns the variables of each example by its name: ids of Larkspur's sample data, and days that are allowed today.
 * A plan whose draft was finalized has a text in place of the draft's id, which the API refuses until the plan is changed again.
 * If sample data was deleted, its id is a text that says so, which the API refuses as unknown.
 */
export async function exampleVariables(d1: D1Database, orgId: string, now: number): Promise<Readonly<Record<Example, object>>> {
  const today = dayOf(now);
  const { query } = openStore(d1, orgId, null).db;
  const idOf = (row: { readonly id: string } | undefined): string => row?.id ?? 'It is gone: npm run seed -- --reset';
  const plan = async (name: string) => idOf(await query.pricePlans.findFirst({ where: { name } }));
  const draftOf = async (pricePlanId: string) =>
    (await query.pricePlanVersions.findFirst({ where: { pricePlanId, status: 'DRAFT' } }))?.id ?? 'It has no draft: change the plan first';
  const [starter, vault] = [await plan('Starter'), await plan('Vault')];
  const item = async (billableName: string) => idOf(await query.billableItems.findFirst({ where: { billableName } }));
  const seat = await item('Seat');
  const nextMonth = dayInMonth(monthOf(today) + 1, 1);
  const proposalId = idOf(
    await query.purchases.findFirst({
      where: {
        isProposal: true,
        paymentMode: 'POSTPAID',
        type: 'ENTITLEMENT_GRANT',
        status: { in: ['PROPOSAL_ACTIVE', 'PROPOSAL_APPROVED'] },
      },
      orderBy: { status: 'asc', id: 'asc' },
    }),
  );
  const minutes = await item('Compute minutes');
  return {
    'account-estimate': {
      accountId: 'brightwater',
      cycles: 1,
      usage: [{ billableId: minutes, quantity: '21500' }],
    },
    'account-page': { accountId: 'brightwater', day: today },
    accounts: { first: 10, after: null },
    'calculate-revenue': {
      pricePlanId: await plan('Metered API'),
      from: nextMonth,
      usage: [
        { billableId: await item('API calls'), quantity: '12500000' },
        { billableId: await item('Data transfer'), quantity: '4000' },
      ],
    },
    'compare-price-plan-versions': {
      pricePlanId: await plan('Team'),
      ...{ from: 1, to: 2, start: nextMonth },
      licenses: [{ licenseId: seat, quantity: '40' }],
      curve: { billableId: seat, quantities: ['5', '10', '25', '50', '100', '200'] },
    },
    'create-plan': {
      name: 'Plan of {{$timestamp}}',
      pricePlanId: starter,
      referenceId: await draftOf(starter),
      seat,
      calls: await item('API calls'),
    },
    'answer-proposal': { proposalId, status: 'APPROVE' },
    'customer-page': { accountId: 'brightwater' },
    dashboard: { first: 10, after: null, withPrices: false },
    'edit-and-finalize-schedules': {
      accountId: 'dovetail',
      pricePlanId: await plan('Metered API'),
      from: nextMonth,
      until: dayInMonth(monthOf(today) + 4, 1),
    },
    'finalize-and-migrate': {
      pricePlanId: vault,
      referenceId: await draftOf(vault),
      description: 'Storage, all of it at the price of the size reached. Since {{$timestamp}}.',
      jobId: idOf(await query.jobs.findFirst({ orderBy: { id: 'desc' } })),
    },
    'preview-edits': {
      accountId: 'brightwater',
      edits: [
        {
          pricePlanId: await plan('Metered API'),
          effectiveFrom: addDays(dayInMonth(monthOf(today) + 1, 1), 15),
          effectiveUntil: '9999-01-01',
        },
      ],
      money: {
        cycles: 2,
        usage: [
          { billableId: minutes, quantity: '21500' },
          { billableId: await item('API calls'), quantity: '1450000' },
        ],
      },
    },
    'propose-and-approve': {
      accountId: 'brightwater',
      pricePlanId: await plan('Log Pack'),
      quantity: 2,
      proposalId,
    },
  };
}
