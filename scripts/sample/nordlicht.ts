import { type Items, introduce, MONTHLY, type PlanEntry, QUARTERLY } from './catalogue.ts';
import { agree, type Contract } from './contracts.ts';
import { type CustomerEntry, signUp } from './customers.ts';
import { commitment, entitlement, fixedFee, license, tiered, usage, volume } from './rate-cards.ts';
import { type Sale, sell } from './sales.ts';
import type { Story } from './story.ts';

/** Nordlicht Software sells document software to European companies and bills in euros. */
export async function nordlicht(story: Story): Promise<Story> {
  introduce(story, ITEMS, PLANS);
  signUp(story, CUSTOMERS);
  agree(story, CONTRACTS);
  sell(story, SALES);
  return story.run();
}

const ITEMS: Items = {
  'Basic fee': 'FIXED_FEE',
  'Named user': 'LICENSE',
  'Archived pages': 'USAGE_METER',
  'Qualified signatures': 'FEATURE',
};

const BOTH = ['EUR', 'USD'];

const PLANS: readonly PlanEntry[] = [
  {
    name: 'Office',
    description: 'Users by the month.',
    cycle: MONTHLY,
    currencies: BOTH,
    versions: [
      {
        since: 14,
        cards: (item) => ({
          base: fixedFee(item('Basic fee'), { EUR: '19', USD: '21' }, { displayName: 'Basic fee' }),
          users: license(item('Named user'), tiered({ above: 0, price: { EUR: '8.50', USD: '9.40' } }), { displayName: 'Users' }),
        }),
      },
      {
        since: 7,
        cards: (item) => ({
          users: license(
            item('Named user'),
            tiered({ above: 0, price: { EUR: '8.90', USD: '9.80' } }, { above: 50, price: { EUR: '7.40', USD: '8.20' } }),
            { displayName: 'Users' },
          ),
        }),
      },
    ],
  },
  {
    name: 'Archive',
    description: 'Pages kept by law, at the price of the volume reached, with a commitment a quarter.',
    cycle: QUARTERLY,
    currencies: BOTH,
    versions: [
      {
        since: 13,
        cards: (item) => ({
          commitment: commitment({ EUR: '1500', USD: '1650' }),
          pages: usage(
            item('Archived pages'),
            volume({ above: 0, price: { EUR: '0.002', USD: '0.0022' } }, { above: 1_000_000, price: { EUR: '0.0014', USD: '0.0015' } }),
            'Archived pages',
          ),
        }),
      },
    ],
  },
  {
    name: 'Signature Pack',
    description: 'Five hundred qualified signatures, good for a year.',
    currencies: BOTH,
    versions: [
      {
        since: 12,
        cards: (item) => ({
          signatures: entitlement(item('Qualified signatures'), '500', 'P1Y', { EUR: '450', USD: '495' }, 'Qualified signatures'),
        }),
      },
    ],
  },
];

const CUSTOMERS: readonly CustomerEntry[] = [
  {
    id: 'albatros',
    name: 'Albatros Reisen',
    city: 'Hamburg',
    country: 'DE',
    since: 13,
    accounts: [{ id: 'albatros-online', name: 'Albatros Online', since: 8 }],
  },
  {
    id: 'bergbahn',
    name: 'Bergbahn Verbund',
    city: 'Innsbruck',
    country: 'AT',
    since: 11,
    accounts: [
      { id: 'bergbahn-sommer', name: 'Bergbahn Sommerbetrieb', since: 10 },
      { id: 'bergbahn-gastronomie', name: 'Bergbahn Gastronomie', since: 6 },
    ],
  },
  {
    id: 'canal',
    name: 'Canal et Fils',
    city: 'Lyon',
    country: 'FR',
    since: 9,
    accounts: [{ id: 'canal-export', name: 'Canal Export', since: 4, currency: 'USD' }],
  },
  {
    id: 'delfino',
    name: 'Delfino Moda',
    city: 'Milano',
    country: 'IT',
    since: 6,
    accounts: [{ id: 'delfino-outlet', name: 'Delfino Outlet', since: 2, status: 'DRAFT' }],
  },
  {
    id: 'eikenhof',
    name: 'Eikenhof Zorg',
    city: 'Utrecht',
    country: 'NL',
    since: 4,
    accounts: [{ id: 'eikenhof-thuis', name: 'Eikenhof Thuiszorg', since: 3 }],
  },
];

const CONTRACTS: readonly Contract[] = [
  { account: 'albatros', month: -13, stretches: [['Office', -12]], seats: ['Named user', 35] },
  { account: 'albatros', month: -6, stretches: [['Office', -5]], seats: ['Named user', 64] },
  { account: 'albatros-online', month: -8, stretches: [['Archive', -7]] },
  { account: 'bergbahn', month: -11, stretches: [['Office', -10]], seats: ['Named user', 22] },
  { account: 'bergbahn-gastronomie', month: -6, stretches: [['Office', -5]], seats: ['Named user', 4] },
  // A customer that is open only in summer.
  {
    account: 'bergbahn-sommer',
    month: -10,
    stretches: [
      ['Office', -9, -3],
      ['Office', 3, 9],
    ],
    seats: ['Named user', 90],
  },
  { account: 'canal', month: -9, stretches: [['Archive', -8]] },
  { account: 'canal-export', month: -4, stretches: [['Office', -3]], seats: ['Named user', 5] },
  {
    account: 'delfino',
    month: -6,
    stretches: [
      ['Office', -5, 1],
      ['Archive', 1],
    ],
    seats: ['Named user', 12],
  },
  { account: 'delfino-outlet', month: 0, stretches: [['Office', 1]], draft: true },
  {
    account: 'eikenhof-thuis',
    month: -3,
    stretches: [
      ['Office', -2],
      ['Archive', 4],
    ],
    seats: ['Named user', 17],
  },
  { account: 'eikenhof', month: -4, stretches: [['Office', -3]], seats: ['Named user', 8] },
];

const SALES: readonly Sale[] = [
  { account: 'albatros', day: -100, of: 'Signature Pack', end: 'PAID', outright: true },
  { account: 'bergbahn', day: -4, of: 'Signature Pack', quantity: 2, payment: 'POSTPAID', expires: 40 },
  { account: 'canal', day: -33, of: 'Signature Pack', payment: 'POSTPAID', expires: -3, end: 'APPROVED' },
  { account: 'eikenhof', day: -15, of: { topup: 300 }, end: 'PAID', outright: true },
];
