import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Console } from '../support/console.ts';

let console: Console;
/** The generated ids of the sample's plans by their names. */
let planIds: ReadonlyMap<string, string>;

interface Plans {
  readonly pricePlans: { readonly nodes: readonly { readonly name: string; readonly pricePlanId: string }[] };
}

beforeAll(async () => {
  console = await Console.begin();
  const { pricePlans } = await console.ask<Plans>('{ pricePlans(first: 50) { nodes { name pricePlanId } } }');
  planIds = new Map(pricePlans.nodes.map(({ name, pricePlanId }) => [name, pricePlanId]));
});

afterAll(() => console?.stop());

const planHash = (name: string, query = ''): string => `#/plans/${planIds.get(name)}${query}`;

/** A migration of one account that is invoiced in euros, to a plan that has dollars alone, which waits for its confirmation. */
const migrationToFail = () => migration('Metered API', 'Managed Rollout');

/** Every account has left the first version already. */
const migrationOfNobody = () => migration('Vault', 'Vault');

async function migration(source: string, target: string): Promise<string> {
  const input = {
    sourceId: planIds.get(source),
    sourceVersion: 1,
    targetId: planIds.get(target),
    migrationMode: 'NEXT_CYCLE',
    requireConfirmation: true,
  };
  const { migratePricePlan } = await console.ask<{ migratePricePlan: { job: { jobId: string } } }>(
    'mutation ($input: MigratePricePlanInput!) { migratePricePlan(input: $input) { job { jobId } } }',
    { input },
  );
  return `#/plans/migrations/${migratePricePlan.job.jobId}`;
}

/** A plan of 30 items, and a second version without the last of them. */
async function planWithout(last: string): Promise<string> {
  const names = Array.from({ length: 30 }, (_, i) => `Item ${i + 1}`);
  const send = async <Data>(mutation: string, type: string, selection: string, input: object): Promise<Data> => {
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { message } } }`;
    return (await console.ask<Record<string, Data>>(document, { input }))[mutation] as Data;
  };
  const slabs = [{ order: 1, startAfter: '0', priceType: 'PER_UNIT' }];
  const operations = [];
  for (const name of names) {
    const { usageMeter } = await send<{ usageMeter: { usageMeterId: string } }>(
      'createUsageMeter',
      'CreateUsageMeterInput',
      'usageMeter { usageMeterId }',
      { name },
    );
    const prices = {
      ratePlan: { pricingModel: 'TIERED', slabs },
      rateValues: [{ currency: 'USD', slabRates: [{ order: 1, rate: '2' }] }],
    };
    operations.push({
      actionType: 'CREATE',
      rateCardName: name,
      rateCard: { usage: { displayName: name, billableId: usageMeter.usageMeterId, ...prices } },
    });
  }
  const cycle = { interval: 'MONTHLY', anniversaryCycle: true, gracePeriod: 0, startOffset: { dayOffset: '1', monthOffset: 'NIL' } };
  const { plan } = await send<{ plan: { pricePlanId: string } }>(
    'createPricePlan',
    'CreatePricePlanInput',
    'plan: pricePlan { pricePlanId }',
    {
      name: 'Many items',
      type: 'BILLING',
      pricingCycleConfig: cycle,
      supportedCurrencies: ['USD'],
    },
  );
  const { pricePlanId } = plan;
  const edit = (edits: readonly object[]) =>
    send('bulkPricePlanRateCardOperations', 'BulkPricePlanRateCardOperationsInput', 'pricePlan { id }', { pricePlanId, operations: edits });
  await edit(operations);
  await send('finalizePricePlan', 'FinalizePricePlanInput', 'pricePlan { id }', { pricePlanId, anyDraft: true });
  await edit([{ actionType: 'DELETE', rateCardName: last }]);
  return `#/plans/${pricePlanId}?version=2&since=1`;
}

describe('the list of plans', () => {
  it('finds plans by a part of their name, and leads to one', async () => {
    const { page } = await console.open('#/plans');
    await page.getByLabel('Search').fill('ault');
    const names = page.getByRole('table', { name: 'Price plans' }).getByRole('rowheader');
    await expect.poll(() => names.allTextContents()).toEqual(['Vault']);
    await page.getByRole('link', { name: 'Vault', exact: true }).click();
    await page.getByRole('heading', { name: 'Vault' }).waitFor();
    await page.close();
  });

  it('has the migrations, each with its progress', async () => {
    const { page } = await console.open('#/plans');
    await page.getByRole('link', { name: 'Vault: version 1 to version 2' }).click();
    await page.getByText('2 of 2 done · 2 moved').waitFor();
    expect(await page.getByRole('progressbar', { name: 'Accounts' }).getAttribute('value')).toBe('2');
    await page.close();
  });
});

describe('a plan', () => {
  it('has what differs between two versions', async () => {
    const { page } = await console.open(planHash('Team', '?version=3&since=2'));
    const table = page.getByRole('table', { name: 'Differences of version 3 from version 2' });
    await table.getByRole('row', { name: /Platform fee Rate values › USD › rate 49 59/ }).waitFor();
    await table.getByRole('row', { name: /small-team-discount Pricing rule – Added/ }).waitFor();
    await page.close();
  });

  it('draws what a cycle costs under both versions, and has the same amounts as a table', async () => {
    const { page } = await console.open(planHash('Team', '?version=2&since=1'));
    const chart = page.getByRole('img', { name: 'Cost of a cycle by Seats: Version 2 and Version 1' });
    await chart.waitFor();
    expect(await chart.locator('path').count()).toBe(2);
    // 49 + 25 × 12 + 13 × 10, and 49 + 38 × 12.
    await page.getByText('Seats: 38. Version 2: US$479.00. Version 1: US$505.00. Difference: -US$26.00').waitFor();
    await page.getByRole('button', { name: /^Show as a table/ }).click();
    const table = page.getByRole('table', { name: 'Cost of a cycle by Seats' });
    await table.getByRole('row', { name: '26 US$361.00 US$359.00 -US$2.00' }).waitFor();
    await page.close();
  });

  it('draws a price that falls with the quantity where a volume reaches the next slab', async () => {
    const { page } = await console.open(planHash('Vault', '?version=1'));
    await page.getByRole('button', { name: /^Show as a table/ }).click();
    const table = page.getByRole('table', { name: /^Cost of a cycle by Stored data/ });
    // 51,200 × 0.023, and 51,201 × 0.021.
    await table.getByRole('row', { name: '51,200 US$1,177.60' }).waitFor();
    await table.getByRole('row', { name: '51,201 US$1,075.22' }).waitFor();
    await page.close();
  });

  it('draws first what costs otherwise under the other version', async () => {
    const { page } = await console.open(planHash('Vault', '?version=3&since=2'));
    await page.getByText(/^Data transfer, GB: 100\. Version 3: US\$4\.00\. Version 2: US\$5\.00/).waitFor();
    await page.close();
  });

  it('is read at each quantity by the arrow keys', async () => {
    const { page } = await console.open(planHash('Team', '?version=1'));
    const slider = page.getByRole('slider', { name: 'Read the cost at' });
    await slider.press('Home');
    await page.getByText('Seats: 0. Version 1: US$49.00').waitFor();
    await slider.press('ArrowRight');
    await page.getByText('Seats: 1. Version 1: US$61.00').waitFor();
    await page.close();
  });

  it('keeps its curve, and says once beside the field what is wrong, where a quantity is none', async () => {
    const { page } = await console.open(planHash('Team', '?version=1'));
    const field = page.getByLabel('Up to');
    for (const text of ['many', '99999999999999999999', '8.5']) {
      await field.fill(text);
      await page.getByText('The quantity must be a whole number above 0, with a maximum of 1,000,000,000,000.').waitFor();
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(await page.getByRole('alert').count()).toBe(0);
      await page.getByText('Seats: 50. Version 1: US$649.00').waitFor();
      await field.fill('9');
      await page.getByText('Seats: 9. Version 1: US$157.00').waitFor();
    }
    await page.close();
  });

  it('takes a quantity as the locale writes it, which its hint does too', async () => {
    const { page } = await console.open(planHash('Team', '?version=1'), { locale: 'de-DE' });
    const field = page.getByLabel('Up to');
    for (const [typed, read] of [
      ['4.500', '4.500'],
      ['75.000', '75.000'],
      ['4500', '4.500'],
    ] as const) {
      await field.fill(typed);
      await page.getByText(`Seats: ${read}. Version 1: `).waitFor();
    }
    await page.close();
  });

  it('has steps between seats, each of which is priced, also where only a rule knows that the price jumps', async () => {
    const { page } = await console.open(planHash('Team', '?version=3&since='));
    await page.getByLabel('Up to').fill('8');
    await page.getByText(/^Seats: 8\. /).waitFor();
    const path = await page
      .getByRole('img', { name: /^Cost of a cycle by Seats/ })
      .locator('path')
      .first()
      .getAttribute('d');
    expect(path).toMatch(/^M[\d. ]+(V[\d.]+H[\d.]+){8}$/);
    await page.getByRole('button', { name: /^Show as a table/ }).click();
    const rows = page.getByRole('table', { name: 'Cost of a cycle by Seats' }).getByRole('row');
    // A fifth off the fee of 59 below five seats of 12: 47.20 + 48, and 59 + 60.
    expect((await rows.allInnerTexts()).slice(5, 7)).toEqual(['4\tUS$95.20', '5\tUS$119.00']);
    await page.close();
  });

  it('has an issue of a draft beside the rate card that it is about', async () => {
    const { page } = await console.open(planHash('Scale'));
    await page.getByText('An issue must be resolved before this draft can become active.').waitFor();
    await page
      .getByRole('region', { name: 'Platform fee', exact: true })
      .getByText(/has no rate in EUR/)
      .waitFor();
    expect(
      await page
        .getByRole('region', { name: 'Seats', exact: true })
        .getByText(/has no rate/)
        .count(),
    ).toBe(0);
    await page.close();
  });

  it('shows why a cost cannot be computed', async () => {
    const { page } = await console.open(planHash('Scale'));
    await page.getByLabel('Currency').selectOption('EUR');
    await page
      .getByRole('alert')
      .getByText(/no rate in EUR/)
      .waitFor();
    await page.close();
  });

  it('is paid once, and has no cost of a cycle, where it is bought', async () => {
    const { page } = await console.open(planHash('Log Pack'));
    await page.getByText('10,000,000 for 90 days').waitFor();
    expect(await page.getByRole('heading', { name: 'Cost of a cycle' }).count()).toBe(0);
    await page.close();
  });

  it('is compared by every rate card of both versions, however many there are', async () => {
    const { page } = await console.open(await planWithout('Item 30'));
    await page
      .getByRole('table', { name: /^Differences/ })
      .getByRole('row', { name: 'Item 30 Rate card – Removed' })
      .waitFor();
    const items = page.getByLabel('By the quantity of').getByRole('option');
    await expect.poll(() => items.allTextContents().then((names) => names.length)).toBe(30);
    await page.getByLabel('By the quantity of').selectOption('Item 30');
    await page.getByText(/^Item 30: \d+\. Version 2: US\$0\.00\. Version 1: US\$/).waitFor();
    await page.close();
  });

  it('that does not exist is said not to', async () => {
    const { page } = await console.open('#/plans/pp.none');
    await page.getByText('There is no such plan.').waitFor();
    await page.close();
  });
});

describe('a migration', () => {
  it('moves nothing before it is confirmed, and then says which accounts failed, and why', async () => {
    const { page } = await console.open(await migrationToFail());
    await page.getByText('0 of 1 done · 1 waiting').waitFor();
    const question = page.getByRole('region', { name: 'Move 1 account?' });
    await question.getByRole('listitem').getByText('Brightwater Logistics Europe').waitFor();
    await question.getByRole('button', { name: 'Move 1 account' }).press('Enter');
    await page.getByText('1 of 1 done · 1 failed').waitFor();
    const table = page.getByRole('table', { name: 'Accounts that were not moved' });
    await table.getByRole('row', { name: /Brightwater Logistics Europe .* invoiced in EUR/ }).waitFor();
    expect(await page.getByRole('button', { name: /^Move/ }).count()).toBe(0);
    await page.close();
  });

  it('that finds no account says so, and asks for nothing', async () => {
    const { page } = await console.open(await migrationOfNobody());
    await page.getByText('There was no account to move: none has a schedule of version 1 of Vault.').waitFor();
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    expect(await page.getByRole('progressbar').count()).toBe(0);
    await page.close();
  });

  it('is stopped instead, and its accounts stay', async () => {
    const { page } = await console.open(await migrationToFail());
    await page.getByRole('button', { name: 'Stop the migration' }).click();
    await page.getByText('1 of 1 done · 1 cancelled').waitFor();
    await page.close();
  });

  it('is prepared from the page of a plan, and refused beside its field', async () => {
    const { page } = await console.open(planHash('Enterprise Annual'));
    const form = page.getByRole('form', { name: 'Move accounts to version 2' });
    await form.getByLabel('When').selectOption('At the start of the current cycle');
    await form.getByRole('button', { name: 'Prepare the migration' }).click();
    await expect.poll(() => form.getByLabel('When').getAttribute('aria-invalid')).toBe('true');
    await form.getByLabel('When').selectOption('At the start of the next cycle');
    await form.getByRole('button', { name: 'Prepare the migration' }).click();
    await page.getByRole('heading', { name: 'Enterprise Annual: version 1 to version 2' }).waitFor();
    await page.getByRole('button', { name: /^Move \d+ accounts?$/ }).waitFor();
    await page.close();
  });
});
