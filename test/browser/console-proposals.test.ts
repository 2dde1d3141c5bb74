import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Console, type ConsolePage } from '../support/console.ts';

let console: Console;
let logPack: string;

interface Plans {
  readonly pricePlans: { readonly nodes: readonly { readonly name: string; readonly pricePlanId: string }[] };
}

beforeAll(async () => {
  console = await Console.begin();
  const { pricePlans } = await console.ask<Plans>('{ pricePlans(search: "Log Pack") { nodes { name pricePlanId } } }');
  logPack = pricePlans.nodes[0]?.pricePlanId ?? '';
});

afterAll(() => console?.stop());

type Access = 'DECIDE_PROPOSALS' | 'READ';

/** The token of a customer who may look at one account. */
async function customerToken(accountId = 'brightwater', access: Access = 'DECIDE_PROPOSALS'): Promise<string> {
  const { createDelegateToken } = await console.ask<{ createDelegateToken: { token: string } }>(
    'mutation ($input: CreateDelegateTokenInput!) { createDelegateToken(input: $input) { token } }',
    { input: { accountIds: [accountId], access } },
  );
  return createDelegateToken.token;
}

/** A proposal of three packs at 240 + 30 each. */
async function offer(paymentMode: 'PREPAID' | 'POSTPAID' = 'POSTPAID', accountId = 'brightwater'): Promise<string> {
  const input = { accountId, type: 'ENTITLEMENT_GRANT', pricePlanId: logPack, quantity: 3, paymentMode };
  const { createProposal } = await console.ask<{ createProposal: { proposal: { proposalId: string } } }>(
    'mutation ($input: CreateProposalInput!) { createProposal(input: $input) { proposal { proposalId } } }',
    { input },
  );
  return createProposal.proposal.proposalId;
}

async function statusOf(proposalId: string): Promise<string> {
  const query = 'query ($id: String!) { proposal(proposalId: $id) { status } }';
  return (await console.ask<{ proposal: { status: string } }>(query, { id: proposalId })).proposal.status;
}

/** A code of the API, such as `PROPOSAL_APPROVED`, which means nothing to a customer. */
const CODE = /[A-Z]+_[A-Z]+|`/;

/** Opens a page of proposals in a browser of its own, with the token that a customer enters. */
async function enter(hash: string, token: string): Promise<ConsolePage> {
  const opened = await console.open(hash);
  await opened.page.getByLabel('Token').fill(token);
  await opened.page.getByLabel('Token').press('Enter');
  return opened;
}

const openOffer = async (proposalId: string, token?: string) => enter(`#/proposals/${proposalId}`, token ?? (await customerToken()));

describe("a customer's token", () => {
  it('is in no address, and outlives a reload of its tab alone', async () => {
    const proposalId = await offer();
    const token = await customerToken();
    const addresses: string[] = [];
    const { page } = await console.open(`#/proposals/${proposalId}`);
    page.on('request', (request) => addresses.push(request.url()));
    await page.getByLabel('Token').fill(token);
    await page.getByRole('button', { name: 'Use the token' }).click();
    await page.getByRole('table', { name: 'Due at the start' }).waitFor();
    await page.reload();
    await page.getByRole('table', { name: 'Due at the start' }).waitFor();
    expect([...addresses, page.url()].filter((address) => address.includes(token))).toEqual([]);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(token);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByLabel('Token').waitFor();
    await page.context().close();
  });

  it('is forgotten when the customer leaves', async () => {
    const { page } = await openOffer(await offer());
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByLabel('Token').waitFor();
    expect(await page.evaluate(() => sessionStorage.getItem('customer-token'))).toBeNull();
    await page.close();
  });

  it('is refused when it is not valid, and asked for again', async () => {
    const { page } = await openOffer(await offer(), 'not.a.token');
    await page.getByRole('alert').getByText('The token is not valid any more.').waitFor();
    await page.getByLabel('Token').waitFor();
    await page.close();
  });

  it('shows nothing of another customer', async () => {
    const { page } = await openOffer(await offer('POSTPAID', 'copperleaf'));
    await page.getByText('There is no such proposal for you.').waitFor();
    await page.getByRole('link', { name: 'Your proposals' }).click();
    const table = page.getByRole('table', { name: 'Proposals' });
    await table.waitFor();
    expect(new Set(await table.locator('td:nth-child(2)').allTextContents())).toEqual(new Set(['Brightwater Logistics']));
    await page.close();
  });

  it('is made for staff who want to see what the customer sees', async () => {
    const { page } = await console.open();
    const panel = page.getByRole('region', { name: 'Proposals that expire soon' });
    await panel
      .getByRole('link', { name: /^No\. \d+/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Look as the customer' }).click();
    await page.getByRole('table', { name: 'Due at the start' }).waitFor();
    expect(await page.getByRole('link', { name: 'Plans' }).count()).toBe(0);
    await page.close();
  });
});

describe('a proposal', () => {
  it('has what is offered, and its price line by line', async () => {
    const { page } = await openOffer(await offer());
    const table = page.getByRole('table', { name: 'Due at the start' });
    await table.waitFor();
    expect(await table.getByRole('row').allInnerTexts()).toEqual([
      'Line\tQuantity\tAmount',
      'Log lines\t3 × US$240.00\tUS$720.00',
      'Synthetic checks\t3 × US$30.00\tUS$90.00',
      'Total\t\tUS$810.00',
    ]);
    await page.getByRole('region', { name: 'Synthetic checks', exact: true }).getByText('100 for 90 days').waitFor();
    expect(await page.getByRole('table').locator('caption').allTextContents()).toEqual([
      'Due at the start',
      'Prices of Log lines',
      'Prices of Synthetic checks',
    ]);
    await page.close();
  });

  it('is approved with a comment, by the keyboard alone, and then says so', async () => {
    const proposalId = await offer();
    const { page } = await openOffer(proposalId);
    await page.getByLabel('Comment').press('K');
    const approve = page.getByRole('button', { name: 'Approve for US$810.00' });
    await page.keyboard.press('Tab');
    expect(await approve.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .getByText(/^Approved on .*\.$/)
      .waitFor();
    await page.getByText('“K”').waitFor();
    expect(await approve.count()).toBe(0);
    expect(await statusOf(proposalId)).toBe('PROPOSAL_APPROVED');
    await page.close();
  });

  it('that is paid ahead waits for its payment once it is approved', async () => {
    const { page } = await openOffer(await offer('PREPAID'));
    await page.getByRole('button', { name: /^Approve/ }).click();
    await page.getByText('It takes effect when it is paid.').waitFor();
    await page.close();
  });

  it('is declined', async () => {
    const proposalId = await offer();
    const { page } = await openOffer(proposalId);
    await page.getByRole('button', { name: 'Decline' }).click();
    await page
      .getByRole('status')
      .getByText(/^Declined on/)
      .waitFor();
    expect(await statusOf(proposalId)).toBe('PROPOSAL_DECLINED');
    await page.close();
  });

  it('is not answered with a comment that is too long: the refusal is beside its field', async () => {
    const proposalId = await offer();
    const { page } = await openOffer(proposalId);
    const comment = page.getByLabel('Comment');
    await comment.fill('x'.repeat(1001));
    await page.getByRole('button', { name: 'Decline' }).click();
    await expect.poll(() => comment.getAttribute('aria-invalid')).toBe('true');
    expect(await statusOf(proposalId)).toBe('PROPOSAL_ACTIVE');
    await page.close();
  });

  it('that somebody else has answered meanwhile says so, and keeps that answer', async () => {
    const proposalId = await offer();
    const { page } = await openOffer(proposalId);
    const decline = page.getByRole('button', { name: 'Decline' });
    await decline.waitFor();
    const input = { proposalId, status: 'APPROVE' };
    await console.ask('mutation ($input: UpdateProposalStatusInput!) { updateProposalStatus(input: $input) { userErrors { code } } }', {
      input,
    });
    await decline.click();
    const alert = page.getByRole('alert');
    await alert.getByText('Your answer came too late: the proposal had been answered already.').waitFor();
    expect(await alert.textContent()).not.toMatch(CODE);
    await page
      .getByRole('status')
      .getByText(/^Approved on/)
      .waitFor();
    expect(await statusOf(proposalId)).toBe('PROPOSAL_APPROVED');
    await page.close();
  });

  it('is not put to who may only read it, and says so', async () => {
    const { page } = await openOffer(await offer(), await customerToken('brightwater', 'READ'));
    const note = page.getByRole('status').getByText('You can read this proposal, but not answer it.');
    await note.waitFor();
    expect(await note.textContent()).not.toMatch(CODE);
    expect(await page.getByRole('button', { name: /^(Approve|Decline)/ }).count()).toBe(0);
    expect(await page.getByLabel('Comment').count()).toBe(0);
    await page.close();
  });

  it('that cannot be approved as it is says why in words, and can still be declined', async () => {
    const input = { accountId: 'not-yet', customerId: 'brightwater', name: 'Not yet', status: 'DRAFT' };
    await console.ask('mutation ($input: CreateAccountInput!) { createAccount(input: $input) { userErrors { message } } }', { input });
    const { page } = await openOffer(await offer('POSTPAID', 'not-yet'), await customerToken('not-yet'));
    const alert = page.getByRole('alert');
    await alert.getByText('Your account is not active, so nothing can be approved for it.').waitFor();
    expect(await alert.textContent()).not.toMatch(CODE);
    expect(await page.getByRole('button', { name: /^Approve/ }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.getByText(/^Declined on/).waitFor();
    await page.close();
  });

  it('that was replaced leads to its newer revision, and says what an approval changes', async () => {
    const { page } = await enter('#/proposals', await customerToken('harborline-ports'));
    await page
      .getByRole('row', { name: /Replaced by a newer revision/ })
      .getByRole('link')
      .click();
    await page.getByRole('link', { name: 'See the newer revision' }).click();
    await page.getByText(/^Added: Team, from/).waitFor();
    await page.getByRole('row', { name: 'Seats 15 US$180.00' }).waitFor();
    await page.close();
  });
});
