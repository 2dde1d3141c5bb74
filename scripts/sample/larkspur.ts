import { type Items, introduce, MONTHLY, type PlanEntry, QUARTERLY, YEARLY } from './catalogue.ts';
import { agree, type Contract } from './contracts.ts';
import { type CustomerEntry, signUp } from './customers.ts';
import { commitment, creditGrant, entitlement, fixedFee, license, overage, tiered, usage, volume } from './rate-cards.ts';
import { type Sale, sell } from './sales.ts';
import type { Story } from './story.ts';

/** Larkspur Cloud hosts and monitors software for other companies, and bills in US dollars. */
export async function larkspur(story: Story): Promise<Story> {
  introduce(story, ITEMS, PLANS);
  signUp(story, CUSTOMERS);
  agree(story, CONTRACTS);
  sell(story, SALES);
  return story.run();
}

const ITEMS: Items = {
  'Platform fee': 'FIXED_FEE',
  'Support plan': 'FIXED_FEE',
  'Onboarding programme': 'FIXED_FEE',
  Seat: 'LICENSE',
  'Viewer seat': 'LICENSE',
  'Service credits': 'CREDIT_GRANT',
  'API calls': 'USAGE_METER',
  'Compute minutes': 'USAGE_METER',
  'Data transfer': 'USAGE_METER',
  'Stored data': 'USAGE_METER',
  'Log lines': 'FEATURE',
  'Log lines beyond the package': 'FEATURE',
  'Synthetic checks': 'FEATURE',
};

const BOTH = ['USD', 'EUR'];

const PLANS: readonly PlanEntry[] = [
  {
    name: 'Team',
    description: 'A platform fee, seats, and a little compute.',
    cycle: MONTHLY,
    currencies: BOTH,
    versions: [
      {
        since: 14,
        cards: (item) => ({
          platform: fixedFee(item('Platform fee'), { USD: '49', EUR: '45' }, { displayName: 'Platform fee', enableProration: true }),
          seats: license(item('Seat'), tiered({ above: 0, price: { USD: '12', EUR: '11' } }), { displayName: 'Seats' }),
        }),
      },
      {
        since: 9,
        cards: (item) => ({
          seats: license(
            item('Seat'),
            tiered({ above: 0, price: { USD: '12', EUR: '11' } }, { above: 25, price: { USD: '10', EUR: '9.20' } }),
            { displayName: 'Seats' },
          ),
          compute: usage(
            item('Compute minutes'),
            tiered({ above: 0, price: { USD: '0', EUR: '0' } }, { above: 3000, price: { USD: '0.008', EUR: '0.0075' } }),
            'Compute minutes',
          ),
        }),
      },
      {
        since: 3,
        cards: (item) => ({
          platform: fixedFee(item('Platform fee'), { USD: '59', EUR: '55' }, { displayName: 'Platform fee', enableProration: true }),
        }),
        rules: [
          {
            name: 'small-team-discount',
            order: 1,
            invoiceTiming: 'IN_ARREARS',
            condition: '{"<": [{"var": "usage.lic.seats"}, 5]}',
            computation: '{"*": [{"var": "revenue.ff.platform"}, -0.2]}',
            action: { type: 'ADD', id: 'small-team-discount', description: 'A fifth off the platform fee below five seats.' },
          },
        ],
      },
    ],
  },
  {
    name: 'Metered API',
    description: 'Pay for what is called: the more, the cheaper the next.',
    cycle: MONTHLY,
    allowOngoingCycleUpdates: true,
    currencies: BOTH,
    versions: [
      {
        since: 14,
        cards: (item) => ({
          calls: usage(
            item('API calls'),
            tiered(
              { above: 0, each: { packageOf: '1000' }, price: { USD: '0.40', EUR: '0.37' } },
              { above: 1_000_000, each: { packageOf: '1000' }, price: { USD: '0.32', EUR: '0.30' } },
              { above: 50_000_000, each: { packageOf: '1000' }, price: { USD: '0.22', EUR: '0.20' } },
            ),
            'API calls',
          ),
          egress: usage(
            item('Data transfer'),
            tiered({ above: 0, price: { USD: '0.09', EUR: '0.085' } }, { above: 10_240, price: { USD: '0.07', EUR: '0.065' } }),
            'Data transfer, GB',
          ),
        }),
      },
      { since: 6, cards: (item) => ({ support: fixedFee(item('Support plan'), { USD: '200', EUR: '185' }, { displayName: 'Support' }) }) },
    ],
  },
  {
    name: 'Vault',
    description: 'Storage, all of it at the price of the size reached.',
    cycle: MONTHLY,
    currencies: BOTH,
    versions: [
      {
        since: 13,
        cards: (item) => ({
          storage: usage(
            item('Stored data'),
            volume(
              { above: 0, price: { USD: '0.023', EUR: '0.021' } },
              { above: 51_200, price: { USD: '0.021', EUR: '0.0195' } },
              { above: 512_000, price: { USD: '0.019', EUR: '0.0175' } },
            ),
            'Stored data, GB-month',
          ),
        }),
      },
      {
        since: 3,
        moves: 'NEXT_CYCLE',
        cards: (item) => ({
          egress: usage(item('Data transfer'), tiered({ above: 0, price: { USD: '0.05', EUR: '0.045' } }), 'Data transfer, GB'),
        }),
      },
      // What the explorer changes, finalizes and moves accounts to.
      {
        since: 1,
        draft: true,
        cards: (item) => ({
          egress: usage(item('Data transfer'), tiered({ above: 0, price: { USD: '0.04', EUR: '0.036' } }), 'Data transfer, GB'),
        }),
      },
    ],
  },
  {
    name: 'Observe Prepaid',
    description: 'A package of log lines paid ahead, and a price for what goes beyond.',
    cycle: QUARTERLY,
    currencies: BOTH,
    versions: [
      {
        since: 12,
        cards: (item) => ({
          package: entitlement(item('Log lines'), '50000000', 'P3M', { USD: '900', EUR: '850' }, 'Log lines'),
          beyond: overage(
            item('Log lines beyond the package'),
            tiered({ above: 0, each: { packageOf: '1000000' }, price: { USD: '25', EUR: '23' } }),
            'Log lines beyond the package',
          ),
          credits: creditGrant(item('Service credits'), { USD: '100', EUR: '100' }, { USD: '80', EUR: '75' }, 'Service credits'),
        }),
      },
    ],
  },
  {
    name: 'Enterprise Annual',
    description: 'A year at a time, with a commitment and support.',
    cycle: YEARLY,
    currencies: BOTH,
    versions: [
      {
        since: 13,
        cards: (item) => ({
          commitment: commitment({ USD: '120000', EUR: '110000' }),
          support: fixedFee(item('Support plan'), { USD: '18000', EUR: '16500' }, { displayName: 'Premium support' }),
          seats: license(
            item('Seat'),
            volume({ above: 0, price: { USD: '108', EUR: '99' } }, { above: 250, price: { USD: '96', EUR: '88' } }),
            { displayName: 'Seats, a year', usageCycle: 'ANNUALLY' },
          ),
          calls: usage(
            item('API calls'),
            tiered({ above: 0, each: { packageOf: '1000' }, price: { USD: '0.18', EUR: '0.165' } }),
            'API calls',
          ),
        }),
      },
      {
        since: 4,
        cards: (item) => ({
          viewers: license(
            item('Viewer seat'),
            tiered({ above: 0, price: { USD: '0', EUR: '0' } }, { above: 500, price: { USD: '6', EUR: '5.50' } }),
            { displayName: 'Viewer seats', usageCycle: 'ANNUALLY' },
          ),
        }),
      },
    ],
  },
  {
    name: 'Managed Rollout',
    description: 'A programme whose revenue is recognized month by month.',
    cycle: MONTHLY,
    deferredRevenue: true,
    currencies: ['USD'],
    versions: [
      {
        since: 12,
        cards: (item) => ({
          programme: fixedFee(
            item('Onboarding programme'),
            { USD: '4000' },
            { displayName: 'Rollout programme', invoiceTiming: 'IN_ARREARS' },
          ),
          compute: usage(item('Compute minutes'), tiered({ above: 0, price: { USD: '0.01' } }), 'Compute minutes'),
        }),
      },
    ],
  },
  {
    name: 'Log Pack',
    description: 'Ten million log lines and a hundred checks, once, good for 90 days.',
    currencies: BOTH,
    versions: [
      {
        since: 11,
        cards: (item) => ({
          lines: entitlement(item('Log lines'), '10000000', 'P90D', { USD: '240', EUR: '220' }, 'Log lines'),
          checks: entitlement(item('Synthetic checks'), '100', 'P90D', { USD: '30', EUR: '28' }, 'Synthetic checks'),
        }),
      },
    ],
  },
  {
    name: 'Scale',
    description: 'For teams that outgrow Team. Still being priced: the euro is missing.',
    cycle: MONTHLY,
    currencies: BOTH,
    versions: [
      {
        since: 1,
        draft: true,
        cards: (item) => ({
          platform: fixedFee(item('Platform fee'), { USD: '399' }, { displayName: 'Platform fee' }),
          seats: license(item('Seat'), tiered({ above: 0, price: { USD: '9', EUR: '8.30' } }), { displayName: 'Seats' }),
        }),
      },
    ],
  },
  {
    name: 'Starter',
    description: 'What the explorer prices and finalizes, each time as the next version.',
    cycle: MONTHLY,
    currencies: ['USD'],
    versions: [
      {
        since: 1,
        draft: true,
        cards: (item) => ({ platform: fixedFee(item('Platform fee'), { USD: '9' }, { displayName: 'Platform fee' }) }),
      },
    ],
  },
];

const CUSTOMERS: readonly CustomerEntry[] = [
  {
    id: 'brightwater',
    name: 'Brightwater Logistics',
    city: 'Portland',
    country: 'US',
    since: 13,
    accounts: [
      { id: 'brightwater-eu', name: 'Brightwater Logistics Europe', since: 9, currency: 'EUR', tags: ['emea'] },
      { id: 'brightwater-labs', name: 'Brightwater Labs', since: 4, tags: ['sandbox'] },
    ],
  },
  {
    id: 'copperleaf',
    name: 'Copperleaf Bank',
    city: 'Charlotte',
    country: 'US',
    since: 13,
    accounts: [
      { id: 'copperleaf-retail', name: 'Copperleaf Retail Banking', since: 12 },
      { id: 'copperleaf-treasury', name: 'Copperleaf Treasury', since: 7 },
    ],
  },
  {
    id: 'dovetail',
    name: 'Dovetail Furniture',
    city: 'Austin',
    country: 'US',
    since: 12,
    accounts: [{ id: 'dovetail-outlet', name: 'Dovetail Outlet', since: 8 }],
  },
  {
    id: 'elmstreet',
    name: 'Elm Street Clinics',
    city: 'Boston',
    country: 'US',
    since: 11,
    accounts: [{ id: 'elmstreet-west', name: 'Elm Street Clinics West', since: 6 }],
  },
  { id: 'fernhill', name: 'Fernhill Games', city: 'Dublin', country: 'IE', since: 10, currency: 'EUR' },
  {
    id: 'greywolf',
    name: 'Greywolf Security',
    city: 'Denver',
    country: 'US',
    since: 9,
    accounts: [
      { id: 'greywolf-gov', name: 'Greywolf Government', since: 5, tags: ['public-sector'] },
      { id: 'greywolf-trial', name: 'Greywolf Trial', since: 1, status: 'DRAFT' },
    ],
  },
  {
    id: 'harborline',
    name: 'Harborline Shipping',
    city: 'Seattle',
    country: 'US',
    since: 7,
    accounts: [
      { id: 'harborline-ports', name: 'Harborline Ports', since: 3 },
      { id: 'harborline-fleet', name: 'Harborline Fleet', since: 6 },
    ],
  },
  {
    id: 'ironbark',
    name: 'Ironbark Energy',
    city: 'Houston',
    country: 'US',
    since: 5,
    accounts: [{ id: 'ironbark-solar', name: 'Ironbark Solar', since: 2 }],
  },
];

const CONTRACTS: readonly Contract[] = [
  // A ramp in one contract: first a small team, then the annual plan. A newer version of Team was finalized in between.
  { account: 'brightwater', month: -13, stretches: [['Team', -12]], seats: ['Seat', 18] },
  { account: 'brightwater', month: -8, stretches: [['Team', -7]], seats: ['Seat', 40] },
  {
    account: 'brightwater',
    month: -2,
    stretches: [
      ['Team', -1, 3],
      ['Enterprise Annual', 3],
    ],
    seats: ['Seat', 60],
  },
  {
    account: 'brightwater',
    month: 0,
    stretches: [
      [null, 1, 2],
      ['Vault', 2, 3],
    ],
    draft: true,
  },
  { account: 'brightwater-eu', month: -8, stretches: [['Metered API', -7]] },
  { account: 'brightwater-labs', month: -3, stretches: [['Metered API', -2, 4]] },
  // Own prices.
  {
    account: 'copperleaf',
    month: -13,
    stretches: [['Enterprise Annual', -12, 24]],
    seats: ['Seat', 400],
    prices: (item) => ({
      calls: usage(
        item('API calls'),
        tiered({ above: 0, each: { packageOf: '1000' }, price: { USD: '0.15', EUR: '0.14' } }),
        'API calls, negotiated',
      ),
    }),
  },
  { account: 'copperleaf-retail', month: -11, stretches: [['Observe Prepaid', -10]] },
  {
    account: 'copperleaf-treasury',
    month: -6,
    stretches: [
      ['Managed Rollout', -5, 2],
      ['Team', 2],
    ],
  },
  { account: 'dovetail-outlet', month: -8, stretches: [['Team', -7]], seats: ['Seat', 3] },
  // A pause over the summer, agreed in advance.
  { account: 'dovetail', month: -12, stretches: [['Team', -11]], seats: ['Seat', 6] },
  { account: 'dovetail', month: -5, stretches: [[null, -4, -2]] },
  { account: 'elmstreet', month: -11, stretches: [['Vault', -10]] },
  { account: 'elmstreet-west', month: -6, stretches: [['Vault', -5]] },
  {
    account: 'fernhill',
    month: -10,
    stretches: [
      ['Metered API', -9, -3],
      ['Enterprise Annual', -3, 9],
    ],
    seats: ['Seat', 80],
  },
  {
    account: 'greywolf',
    month: -9,
    stretches: [
      ['Observe Prepaid', -8, -2],
      ['Enterprise Annual', -2, 10],
    ],
    seats: ['Seat', 120],
  },
  { account: 'greywolf-gov', month: -4, stretches: [['Managed Rollout', -3, 3]] },
  { account: 'greywolf-trial', month: 0, stretches: [['Team', 1, 2]], draft: true },
  { account: 'harborline-fleet', month: -6, stretches: [['Metered API', -5]] },
  // A contract that ends at the end of next month.
  { account: 'harborline', month: -7, stretches: [['Team', -6]], seats: ['Seat', 11] },
  { account: 'harborline', month: 0, stretches: [[null, 2]] },
  {
    account: 'ironbark',
    month: -5,
    stretches: [
      ['Metered API', -4, 2],
      ['Observe Prepaid', 2],
    ],
  },
];

const SALES: readonly Sale[] = [
  { account: 'brightwater', day: -200, of: 'Log Pack', quantity: 2, end: 'PAID', outright: true },
  { account: 'brightwater', day: -3, of: 'Log Pack', quantity: 3, payment: 'POSTPAID', expires: 365 },
  { account: 'brightwater', day: -60, of: 'Log Pack', payment: 'PREPAID', expires: -30 },
  {
    account: 'brightwater',
    day: -45,
    of: 'Log Pack',
    quantity: 5,
    payment: 'POSTPAID',
    expires: -20,
    end: 'APPROVED',
    comment: 'For the harvest season.',
  },
  { account: 'brightwater-labs', day: -20, of: 'Log Pack', payment: 'PREPAID', expires: 20, end: 'DECLINED', comment: 'Not this quarter.' },
  { account: 'copperleaf', day: -30, of: { topup: 25_000 }, end: 'PAID', outright: true },
  {
    account: 'copperleaf-retail',
    day: -14,
    of: 'Log Pack',
    quantity: 20,
    payment: 'PREPAID',
    expires: 30,
    end: 'APPROVED',
    comment: 'Purchase order follows.',
  },
  { account: 'copperleaf-retail', day: -80, of: 'Log Pack', quantity: 4, payment: 'PREPAID', expires: -50, end: 'PAID' },
  { account: 'elmstreet', day: -25, of: 'Log Pack', payment: 'PREPAID', expires: 5, end: 'PAYMENT_FAILED' },
  { account: 'elmstreet-west', day: -2, of: { topup: 500 }, outright: true },
  { account: 'fernhill', day: -9, of: 'Log Pack', end: 'PAYMENT_FAILED', outright: true },
  {
    account: 'harborline-ports',
    day: -6,
    of: 'Team',
    isContract: true,
    cards: { seats: 12 },
    revisedCards: { seats: 15 },
    payment: 'POSTPAID',
    expires: 3,
  },
  {
    account: 'ironbark-solar',
    day: -12,
    of: 'Enterprise Annual',
    isContract: true,
    cards: { seats: 150 },
    payment: 'POSTPAID',
    expires: 2,
    end: 'APPROVED',
    comment: 'Approved by the board.',
  },
];
