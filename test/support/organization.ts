import { exports } from 'cloudflare:workers';
import { misplacedUserErrors } from './user-error-paths.ts';

/** Calendar months, invoices due 3 days after the end. */
export const MONTHLY = { interval: 'MONTHLY', startOffset: { dayOffset: '1', monthOffset: 'NIL' }, gracePeriod: 3 };

/** What a request answered: the GraphQL body, and the HTTP around it. */
export interface Answer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data;
  readonly errors?: readonly { message: string; path?: readonly (string | number)[]; extensions: Record<string, unknown> }[];
  readonly extensions: { cost: { requested: number; limit: number; d1Calls: number; rowsRead: number; rowsWritten: number } };
}

/** The default instant of tests: a Saturday morning in November. */
export const NOW = '2026-11-21T08:00:00Z';

/** A tenant of its own for one test, and the client that its frontend would have. */
export class Organization {
  readonly orgId: string;
  readonly token: string;
  /** What the server's clock says; set it to move time. */
  now = NOW;
  /** Whether the server is gone with each answer, and nothing is done after it. */
  isEvicted = false;

  private constructor(orgId: string, token: string) {
    this.orgId = orgId;
    this.token = token;
  }

  static async begin({ baseCurrency = 'USD', now = NOW } = {}): Promise<Organization> {
    const response = await send('/test/organizations', { name: 'Test', baseCurrency }, { 'x-test-now': now });
    const { orgId, token } = await response.json<{ orgId: string; token: string }>();
    return new Organization(orgId, token);
  }

  /** The same organization, asked with another of its tokens. */
  with(token: string): Organization {
    const other = new Organization(this.orgId, token);
    other.now = this.now;
    other.isEvicted = this.isEvicted;
    return other;
  }

  /** What its requests are sent with. A delegate sends what it likes, as in development. */
  get headers(): Readonly<Record<string, string>> {
    const doors = { 'x-test-any-document': 'yes', ...(this.isEvicted && { 'x-test-evicted': 'yes' }) };
    return { authorization: `Bearer ${this.token}`, 'x-test-now': this.now, ...doors };
  }

  /** Sends a document and answers everything that came back, if each user error names a place of the input. A finalize whose input names no draft finalizes the one there is. */
  async ask<Data = unknown>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer<Data>> {
    const sent = query.includes(': Finalize') ? { ...variables, input: withDraft(variables.input) } : variables;
    const response = await send('/graphql', { query, variables: sent }, this.headers);
    const answer = await response.json<Omit<Answer<Data>, 'status' | 'headers'>>();
    const misplaced = misplacedUserErrors(query, answer.data);
    if (misplaced.length > 0) throw new Error(`Not in the input: ${misplaced.join(' ')}`);
    return { status: response.status, headers: response.headers, ...answer };
  }

  /** A customer with a first account, both of this id and name. */
  async customer(customerId: string): Promise<{ id: string }> {
    const input = { customerId, name: customerId.padEnd(3, '-'), primaryEmail: 'ap@example.com', address: {} };
    return this.done('createCustomer', 'customer { id }', input, 'customer');
  }

  /** A further account of a customer. */
  async account(accountId: string, customerId: string): Promise<{ id: string }> {
    return this.done('createAccount', 'account { id }', { accountId, customerId, name: accountId.padEnd(3, '-') }, 'account');
  }

  /** An active BILLING plan with one fixed fee of 100 a cycle, monthly from the 1st unless said otherwise; answers its id. */
  async plan(name: string, details: object = {}): Promise<string> {
    const { pricePlanId } = await this.draftPlan(name, details);
    await this.done('finalizePricePlan', 'pricePlan { status }', { pricePlanId }, 'pricePlan');
    return pricePlanId;
  }

  /** The same plan, not yet finalized. */
  async draftPlan(name: string, details: object = {}): Promise<{ pricePlanId: string; referenceId: string }> {
    const plan = { name, type: 'BILLING', pricingCycleConfig: MONTHLY, supportedCurrencies: ['USD'], ...details };
    const made = await this.done<{ pricePlanId: string; referenceId: string }>(
      'createPricePlan',
      'pricePlan { pricePlanId referenceId }',
      plan,
      'pricePlan',
    );
    const { pricePlanId } = made;
    const { addOnId } = await this.done<{ addOnId: string }>(
      'createAddOn',
      'addOn { addOnId }',
      { name: `${name} fee`, type: 'FIXED_FEE' },
      'addOn',
    );
    const rateValues = plan.supportedCurrencies.map((currency) => ({ currency, rate: '100' }));
    const rateCard = { fixedFee: { billableId: addOnId, rateValues } };
    const operations = [{ actionType: 'CREATE', rateCardName: 'fee', rateCard }];
    await this.done('bulkPricePlanRateCardOperations', 'pricePlan { version }', { pricePlanId, operations }, 'pricePlan');
    return made;
  }

  /** Runs a mutation that a test takes for granted, and answers one field of its payload. */
  async done<T>(mutation: string, selection: string, input: object, field: string): Promise<T> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    // Ids sort by time: what is made later in a test is listed later.
    this.now = new Date(Date.parse(this.now) + 1).toISOString();
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code message path } } }`;
    const answer = await this.ask<Record<string, Record<string, T> & { userErrors: object[] }>>(document, { input });
    const payload = answer.data?.[mutation];
    const value = payload?.[field];
    if (answer.errors || payload?.userErrors.length || value === undefined) throw new Error(`${mutation}: ${JSON.stringify(answer)}`);
    return value;
  }
}

/** A POST of JSON to the Worker under test. */
export function send(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return exports.default.fetch(`https://api.example.com${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** The input of a finalize. It finalizes whatever draft there is, unless it names one. */
function withDraft(input: unknown): object {
  const fields: { readonly draftId?: string; readonly referenceId?: string } = Object(input);
  return fields.draftId === undefined && fields.referenceId === undefined ? { anyDraft: true, ...fields } : fields;
}
