import { type Items, introduce, MONTHLY, type PlanEntry } from '../../scripts/sample/catalogue.ts';
import { agree, type Stretch } from '../../scripts/sample/contracts.ts';
import { signUp } from '../../scripts/sample/customers.ts';
import { fixedFee, license, tiered, usage } from '../../scripts/sample/rate-cards.ts';
import type { Story } from '../../scripts/sample/story.ts';
import type { RateCardInput } from '../../src/domain/rate-card/input.ts';

/** What the benchmark asks for: accounts that were on one plan, are on another and will be on a third, each of seven rate cards. */
export async function telecom(story: Story): Promise<Story> {
  introduce(story, ITEMS, PLANS);
  const customers = Array.from({ length: CUSTOMERS }, (_, i) => ({
    id: `subscriber-${i}`,
    name: `Subscriber ${i}`,
    city: 'Rotterdam',
    country: 'NL',
    since: 12,
    accounts: [{ id: `subscriber-${i}-fleet`, name: `Subscriber ${i}, fleet`, since: 10 }],
  }));
  signUp(story, [...customers, { id: METERED, name: 'Metered', city: 'Utrecht', country: 'NL', since: 3 }]);
  agree(
    story,
    customers.flatMap(({ id }) => [id, `${id}-fleet`].map((account) => ({ account, month: -9, stretches: STRETCHES }))),
  );
  agree(story, [{ account: METERED, month: -2, stretches: [['Twenty', -1]], seats: ['Line', 120] }]);
  return story.run();
}

/** An account that is on a plan of 20 rate cards alone. */
export const METERED = 'metered';

const CUSTOMERS = 30;

const STRETCHES: readonly [Stretch, ...Stretch[]] = [
  ['Starter', -8, -3],
  ['Business', -3, 6],
  ['Enterprise', 6],
];

const METERS = ['Voice minutes', 'Messages', 'Data', 'Roaming data', 'API calls'] as const;

/** Meters that nothing but the plan of 20 rate cards prices. */
const MORE_METERS = Array.from({ length: 13 }, (_, i) => `Meter ${i + 1}`);

const ITEMS: Items = {
  Line: 'LICENSE',
  'Monthly fee': 'FIXED_FEE',
  ...Object.fromEntries([...METERS, ...MORE_METERS].map((name) => [name, 'USAGE_METER'])),
};

const cards =
  (fee: string, perUnit: string, meters: readonly string[] = METERS) =>
  (item: (name: string) => string): Readonly<Record<string, RateCardInput>> => ({
    fee: fixedFee(item('Monthly fee'), { EUR: fee }, { displayName: 'Monthly fee' }),
    lines: license(item('Line'), tiered({ above: 0, price: { EUR: '9' } }, { above: 100, price: { EUR: '7' } }), { displayName: 'Lines' }),
    ...Object.fromEntries(
      meters.map((name) => [
        name.toLowerCase().replaceAll(' ', '-'),
        usage(item(name), tiered({ above: 0, price: { EUR: '0' } }, { above: 1000, price: { EUR: perUnit } }), `${name} beyond the bundle`),
      ]),
    ),
  });

const plan = (name: string, fee: string, perUnit: string, meters?: readonly string[]): PlanEntry => ({
  name,
  description: 'A fee, lines, and what goes beyond the bundle.',
  cycle: MONTHLY,
  currencies: ['EUR'],
  versions: [{ since: 13, cards: cards(fee, perUnit, meters) }],
});

const PLANS = [
  plan('Starter', '19', '0.05'),
  plan('Business', '79', '0.04'),
  plan('Enterprise', '390', '0.02'),
  plan('Twenty', '79', '0.04', [...METERS, ...MORE_METERS]),
];
