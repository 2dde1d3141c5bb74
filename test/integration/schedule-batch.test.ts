import { describe, expect, it } from 'vitest';
import { Organization } from '../support/organization.ts';

const BATCH = `mutation ($input: UpdatePricingScheduleBatchInput!) { updatePricingScheduleBatch(input: $input) {
  account { revision timelineRevision } schedules { startDate }
  outline {
    schedules { scheduleId startDate endDate pricePlanName version isOverridden }
    changes { kind before { endDate } after { startDate endDate } parts }
  }
  userErrors { code path } } }`;

interface Outlined {
  readonly scheduleId: string | null;
  readonly startDate: string;
  readonly endDate: string;
  readonly pricePlanName: string;
}
interface Batched {
  updatePricingScheduleBatch: {
    account: object | null;
    schedules: object[];
    outline: { schedules: Outlined[]; changes: { kind: string }[] } | null;
    userErrors: object[];
  };
}

const STATE = '{ account(by: {accountId: "acme"}) { revision timelineRevision schedules { nodes { scheduleId startDate endDate } } } }';

/** An account on Basic for ever, with Pro to move to. */
async function begin() {
  const org = await Organization.begin();
  await org.customer('acme');
  const [basic, pro] = [await org.plan('Basic'), await org.plan('Pro')];
  const forEver = { effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };
  await org.done('updatePricingSchedule', 'account { revision }', { accountId: 'acme', pricePlanId: basic, ...forEver }, 'account');
  const batch = (edits: object[], input: object = {}) => org.ask<Batched>(BATCH, { input: { accountId: 'acme', edits, ...input } });
  return { org, basic, pro, batch };
}

const during = (effectiveFrom: string, effectiveUntil: string, pricePlanId?: string) => ({
  mode: pricePlanId ? 'ASSOCIATE' : 'DISASSOCIATE',
  effectiveFrom,
  effectiveUntil,
  ...(pricePlanId ? { pricePlanId } : {}),
});

const lines = (schedules: readonly Outlined[] = []) =>
  schedules.map(({ pricePlanName, startDate, endDate }) => `${pricePlanName} ${startDate}..${endDate}`);

describe('updatePricingScheduleBatch', () => {
  it('applies edits in their order, as one revision, in one read and one write', async () => {
    const { pro, basic, batch } = await begin();
    const edits = [during('2027-01-01', '2028-01-01', pro), during('2027-06-01', '2027-07-01'), during('2027-06-15', '2027-07-01', basic)];
    const { data, extensions } = await batch(edits);
    const { account, schedules, outline, userErrors } = data.updatePricingScheduleBatch;
    expect(userErrors).toEqual([]);
    expect(account).toEqual({ revision: 3, timelineRevision: 2 });
    expect(lines(outline?.schedules)).toEqual([
      'Basic 2026-01-01..2027-01-01',
      'Pro 2027-01-01..2027-06-01',
      'Basic 2027-06-15..2027-07-01',
      'Pro 2027-07-01..2028-01-01',
      'Basic 2028-01-01..9999-01-01',
    ]);
    expect(schedules).toHaveLength(5);
    expect(extensions.cost.d1Calls).toBe(2);
  });

  it('as a dry run says what would be and what would change, in one call, and writes nothing', async () => {
    const { org, pro, batch } = await begin();
    const before = await org.ask(STATE);
    const { data, extensions } = await batch([during('2027-01-01', '9999-01-01', pro)], { dryRun: true });
    expect(data).toEqual({
      updatePricingScheduleBatch: {
        account: null,
        schedules: [],
        outline: {
          schedules: [
            expect.objectContaining({ scheduleId: expect.any(String), pricePlanName: 'Basic', endDate: '2027-01-01' }),
            { scheduleId: null, startDate: '2027-01-01', endDate: '9999-01-01', pricePlanName: 'Pro', version: 1, isOverridden: false },
          ],
          changes: [
            {
              kind: 'PERIOD_CHANGED',
              before: [{ endDate: '9999-01-01' }],
              after: { startDate: '2026-01-01', endDate: '2027-01-01' },
              parts: [],
            },
            { kind: 'ADDED', before: [], after: { startDate: '2027-01-01', endDate: '9999-01-01' }, parts: [] },
          ],
        },
        userErrors: [],
      },
    });
    expect(extensions.cost.d1Calls).toBe(1);
    expect((await org.ask(STATE)).data).toEqual(before.data);
  });

  it('answers of a dry run what it answers of the run, ids of new schedules aside', async () => {
    const { basic, pro, batch } = await begin();
    const edits = [during('2027-01-01', '2028-01-01', pro), during('2027-03-01', '2027-04-01'), during('2027-03-01', '2027-03-02', basic)];
    const dry = await batch(edits, { dryRun: true });
    const run = await batch(edits);
    const [planned, made] = [dry, run].map(({ data }) => data.updatePricingScheduleBatch.outline);
    const withoutIds = (schedules: readonly Outlined[] = []) => schedules.map(({ scheduleId: _, ...rest }) => rest);
    expect(withoutIds(planned?.schedules)).toEqual(withoutIds(made?.schedules));
    expect(planned?.changes).toEqual(made?.changes);
  });

  it('reads more of a planned schedule’s version where more is selected', async () => {
    const { org, pro } = await begin();
    const input = { accountId: 'acme', edits: [during('2027-01-01', '9999-01-01', pro)], dryRun: true };
    const { data, extensions } = await org.ask(
      'mutation ($input: UpdatePricingScheduleBatchInput!) { updatePricingScheduleBatch(input: $input) { outline { schedules { pricePlanVersion { name rateCards { totalCount } } } } userErrors { code } } }',
      { input },
    );
    const version = (name: string) => ({ pricePlanVersion: { name, rateCards: { totalCount: 1 } } });
    expect(data).toMatchObject({ updatePricingScheduleBatch: { outline: { schedules: [version('Basic'), version('Pro')] } } });
    expect(extensions.cost.d1Calls).toBe(2);
  });

  it.each([
    ['no edits', [], {}, 'LIMIT_EXCEEDED', ['input', 'edits']],
    ['eleven edits', Array.from({ length: 11 }, () => during('2027-01-01', '2027-02-01')), {}, 'LIMIT_EXCEEDED', ['input', 'edits']],
    [
      'an edit without a day, by its index',
      [during('2027-01-01', '2027-02-01'), during('2027-02-01', '2027-02-01')],
      {},
      'EMPTY_PERIOD',
      ['input', 'edits', '1', 'effectiveUntil'],
    ],
    [
      'an unknown plan, by its index',
      [during('2027-01-01', '2027-02-01'), during('2027-01-01', '2027-02-01', 'pp.0')],
      {},
      'NOT_FOUND',
      ['input', 'edits', '1', 'pricePlanId'],
    ],
    [
      'a start that is too early, by its index',
      [during('2027-01-01', '2027-02-01'), during('2026-11-21', '2027-02-01')],
      {},
      'EFFECTIVE_FROM_TOO_EARLY',
      ['input', 'edits', '1', 'effectiveFrom'],
    ],
    [
      'another revision than the current',
      [during('2027-01-01', '2027-02-01')],
      { expectedRevision: 1 },
      'CONFLICT',
      ['input', 'expectedRevision'],
    ],
  ])('refuses %s, dry or not, and writes none of the edits', async (_title, edits, input, code, path) => {
    const { org, batch } = await begin();
    const before = await org.ask(STATE);
    for (const dryRun of [true, false]) {
      const { data, extensions } = await batch(edits, { ...input, dryRun });
      expect(data.updatePricingScheduleBatch).toEqual({ account: null, schedules: [], outline: null, userErrors: [{ code, path }] });
      // How many there are is asked before anything is read.
      expect(extensions.cost.d1Calls).toBe(path.at(-1) === 'edits' ? 0 : 1);
    }
    expect((await org.ask(STATE)).data).toEqual(before.data);
  });
});
