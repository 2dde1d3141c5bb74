import { beforeAll, describe, expect, it } from 'vitest';
import { copyRow } from '../support/copies.ts';
import { addBusy, grow } from '../support/growth.ts';
import type { Organization } from '../support/organization.ts';
import { openWorld } from '../support/world.ts';

/** Accounts that each have a draft, and schedules of each draft. */
const [ACCOUNTS, SCHEDULES] = [100, 7];
const BUSY = "(select id from accounts where org_id = ?1 and account_id = 'busy')";

let org: Organization;
beforeAll(async () => {
  const world = await openWorld();
  ({ org } = world);
  await addBusy(world);
  // Each of these accounts has a draft.
  await grow(org, 1, ACCOUNTS);
  const owner = { account_id: "printf('acc.zz%09d.00000', i)" };
  const draft = "printf('draft.zz%09d.00000', i)";
  for (let day = 0; day < SCHEDULES; day++) {
    await copyRow(org, 'schedules', `account_id = ${BUSY} and draft_id is not null`, ACCOUNTS, {
      id: `printf('schy.zz%09d.%05d', i, ${day})`,
      schedule_id: `printf('scy.zz%09d.%05d', i, ${day})`,
      ...owner,
      draft_id: draft,
      start_date: `date('2030-01-01', '${day} days')`,
      end_date: `date('2030-01-02', '${day} days')`,
    });
  }
});

const aliases = (count: number, selection: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => `a${i}: ${selection(i)}`).join(' ');
const day = (i: number): string => `${2030 + i}-01-01`;
const accounts = (first: number, selection: string): string => `{ accounts(first: ${first}) { nodes { ${selection} } } }`;

describe('What is heavy to compute is priced by what it is computed from, and so refused before it is read:', () => {
  it.each([
    [
      'actions of each account under several aliases',
      accounts(
        100,
        aliases(3, () => 'availableActions { action }'),
      ),
    ],
    [
      'issues of each draft',
      accounts(
        100,
        aliases(2, () => 'draft { issues { code } availableActions { action } }'),
      ),
    ],
    ['issues of many schedules', accounts(100, 'schedules(first: 100) { nodes { issues { code } } }')],
    [
      'differences of drafts',
      accounts(
        100,
        aliases(4, () => 'draft { changes { __typename } }'),
      ),
    ],
    ['previews of proposals', accounts(100, 'proposals(first: 100) { nodes { preview { walletCredit { amount } } } }')],
    [
      'cycles of schedules',
      accounts(100, `schedules(first: 20) { nodes { ${aliases(30, (i) => `cycles(first: 100, from: "${day(i)}") { start }`)} } }`),
    ],
    [
      'counts',
      accounts(100, `customer { accounts(first: 100) { nodes { ${aliases(30, (i) => `schedules(from: "${day(i)}") { totalCount }`)} } } }`),
    ],
  ])('%s', async (_, query) => {
    const { errors, extensions } = await org.ask(query);
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_EXPENSIVE' } }]);
    expect(extensions.cost.d1Calls).toBe(0);
  });
});

describe('What the price allows is one call, and reads no more rows than the objects that it is priced at:', () => {
  it.each([
    ['actions of accounts', accounts(100, 'availableActions { action }')],
    ['issues of schedules', accounts(100, 'schedules(first: 15) { nodes { issues { code } } }')],
    [
      'counts of each account',
      accounts(
        100,
        aliases(30, (i) => `schedules(first: 1, from: "${day(i)}") { totalCount }`),
      ),
    ],
    ['previews of proposals', '{ proposals(first: 100) { nodes { preview { refusals { code } } } } }'],
    ['differences of drafts', accounts(100, 'draft { changes { __typename } }')],
  ])('%s', async (_, query) => {
    const { errors, extensions } = await org.ask(query);
    expect(errors).toBeUndefined();
    expect(extensions.cost).toMatchObject({ d1Calls: 1 });
    expect(extensions.cost.rowsRead).toBeLessThan(extensions.cost.requested);
  });
});
