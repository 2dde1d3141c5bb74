import { inject } from 'vitest';
import { now } from '../../../scripts/clock.ts';
import { addDays, type Day, dayOf } from '../../../src/domain/day.ts';

/** The day that is `count` days from the server's today. */
export const day = (count: number): Day => addDays(dayOf(now()), count);

/** Sends a request the way somebody elsewhere does: without a cache, and without the page's session. Throws what is refused. */
export async function elsewhere<Result>(query: string, variables: object = {}): Promise<Result> {
  const response = await fetch(inject('url'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${inject('token')}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Record<string, { userErrors?: readonly object[] }>; errors?: unknown };
  const refusals = Object.values(data ?? {}).flatMap((payload) => payload?.userErrors ?? []);
  if (!data || errors || refusals.length > 0) throw new Error(JSON.stringify(errors ?? refusals));
  return data as Result;
}

/** Makes a customer and the account that every customer has, which are of this test alone. Returns the id of both. */
export async function newAccount(): Promise<string> {
  const customerId = `office-${crypto.randomUUID()}`;
  const address = { line1: '1 Main Street', city: 'Springfield', country: 'US', postalCode: '01103' };
  await elsewhere('mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { message } } }', {
    input: { customerId, name: 'Office', primaryEmail: 'office@example.com', address },
  });
  return customerId;
}

/** Makes a customer with a list of accounts. */
export async function openOffice(accounts: number): Promise<{ readonly customerId: string; readonly accountIds: readonly string[] }> {
  const customerId = await newAccount();
  const further = Array.from({ length: accounts - 1 }, (_, i) => `${customerId}-${i + 2}`);
  for (const accountId of further) await openAccount(customerId, accountId);
  return { customerId, accountIds: [customerId, ...further] };
}

/** Adds an account to a customer. */
export async function openAccount(customerId: string, accountId: string): Promise<void> {
  const input = { accountId, customerId, name: `Account ${accountId}` };
  await elsewhere('mutation ($input: CreateAccountInput!) { createAccount(input: $input) { userErrors { message } } }', { input });
}

/** Attaches a sample plan to an account from a day on. Without a plan: ends the contract on that day. */
export async function changeContract(accountId: string, from: Day, plan: string | null): Promise<void> {
  const { pricePlans } = await elsewhere<{ pricePlans: { nodes: readonly { pricePlanId: string; name: string }[] } }>(
    '{ pricePlans(first: 100) { nodes { pricePlanId name } } }',
  );
  const pricePlanId = pricePlans.nodes.find(({ name }) => name === plan)?.pricePlanId;
  const term = { accountId, effectiveFrom: from, effectiveUntil: '9999-01-01' };
  const input = pricePlanId === undefined ? { ...term, mode: 'DISASSOCIATE' } : { ...term, pricePlanId };
  await elsewhere('mutation ($input: UpdatePricingScheduleInput!) { updatePricingSchedule(input: $input) { userErrors { message } } }', {
    input,
  });
}
