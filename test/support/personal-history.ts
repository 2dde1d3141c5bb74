import { mutate } from './catalogue.ts';
import type { Organization } from './organization.ts';

/** Every personal text of the history, whatever case it is stored in. */
export const SEARCHED = /quillfeather/i;

/** A mutation that was sent with an idempotency key. */
interface Keyed {
  readonly mutation: string;
  readonly input: object;
}

/** An organization with two customers, `acme` and `person`. Each text that the latter had, which is archived, is a personal one. */
export interface Person {
  readonly org: Organization;
  /** The text fields of inputs that may be personal, and are not in the history. */
  readonly untold: readonly string[];
  /** Requests of the customer and of the other one. */
  readonly keyed: readonly [Keyed, Keyed];
}

/** What is no personal text of a customer: ids, what is not stored, terms of contracts, and what tells of the organization itself. */
const IMPERSONAL: readonly RegExp[] = [
  /(Id|Ids|Key|\.id)$/,
  /^(LicenseAssumption)\.names$/,
  /^PricingCycleStartOffsetInput\.(day|month)Offset$/,
  /RateCardInput\.(displayName|tag)$/,
  /^(RateCardOperationInput|RateCardQuantityInput)\.rateCardName$/,
  /^FeatureConfigInput\.effective(From|Until)$/,
  /^GrantDetailsInput\.expiryDuration$/,
  /^(Create|Update)(AddOn|Feature|UsageMeter)Input\.(billableName|name)$/,
  /^SchemaAssociationInput\.(attributeName|schemaName)$/,
  /^(Create|Update)PricePlanInput\.(name|description)$/,
  /^PricingRuleInput\.(computation|condition|name)$/,
  /^PricingRuleActionInput\.(description|target|metadata)$/,
  /^CreateApiTokenInput\.name$/,
  /^(Create|Update)WebhookInput\.(document|url)$/,
  /^(Register|Update)StaffIssuerInput\.(claim|issuer|jwks|jwksUri)$/,
  /^RegisterTokenIssuerInput\.(issuer|jwks|jwksUri)$/,
  /^StaffRoleInput\.role$/,
  /^(Restore|Revoke)StaffInput\.subject$/,
];

let texts = 0;
const text = () => `Quillfeather ${++texts}`;
const email = () => `quillfeather.${++texts}@example.com`;
const address = () =>
  Object.fromEntries(['phoneNumber', 'line1', 'line2', 'postalCode', 'city', 'state', 'country'].map((line) => [line, text()]));
const setting = () => ({ id: `quillfeather-${++texts}`, namespace: text(), name: text(), dataType: 'STRING', value: text() });
const account = () => ({
  name: text(),
  primaryEmail: email(),
  address: address(),
  billingInformation: { emailRecipients: [email()], additionalEmailRecipients: [email()] },
  metadata: { [text()]: text() },
  tags: [text(), text()],
});
const created = () => ({ ...account(), settings: [setting()], aliases: [{ value: text() }] });

/** Has every mutation that takes a personal text sent for a customer, and archives the customer. */
export async function personalHistory(org: Organization): Promise<Person> {
  const sent: Keyed[] = [];
  const tell = async <T = unknown>(mutation: string, input: object, selection = ''): Promise<T> => {
    org.now = new Date(Date.parse(org.now) + 1).toISOString();
    const keyed = { mutation, input: { ...input, idempotencyKey: `key-${sent.length}` } };
    sent.push(keyed);
    const { userErrors, ...payload } = await mutate<T>(org, mutation, keyed.input, selection);
    if (userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(userErrors)}`);
    return payload as T;
  };
  const name = { name: text(), primaryEmail: email() };
  await tell('createCustomer', {
    customerId: 'person',
    ...name,
    address: address(),
    settings: [setting()],
    account: { accountId: 'person-1', ...created() },
  });
  await tell('updateCustomer', { customerId: 'person', name: text(), primaryEmail: email(), address: address() });
  await tell('createAccount', { customerId: 'person', accountId: 'person-2', ...created() });
  const { addOn } = await mutate<{ addOn: { addOnId: string } }>(
    org,
    'createAddOn',
    { name: 'Seat', type: 'LICENSE' },
    'addOn { addOnId }',
  );
  const seats = { licenseId: addOn.addOnId, updateType: 'RELATIVE', quantity: '5' };
  for (const accountId of ['person-1', 'person-2']) {
    await tell('addLicenseUpdate', { accountId, ...seats, metadata: { [text()]: text() } });
    await tell('updateAccount', { accountId, ...account() });
    const [value, released] = [text(), text()];
    // The reservation of what becomes an alias leaves nothing, nor does one that is released.
    await tell('reserveAliases', { values: [value, released] });
    await tell('releaseAlias', { value: released });
    await tell('addAccountAliases', { accountId, aliases: [{ value }, { value: text() }] });
    await tell('removeAccountAliases', { accountId, aliases: [{ value }] });
    for (const status of ['APPROVE', 'DECLINE']) {
      const topup = { accountId, type: 'WALLET_TOPUP', paymentMode: 'POSTPAID', walletTopupDetails: { topupAmount: '5' } };
      const { proposal } = await tell<{ proposal: { proposalId: string } }>('createProposal', topup, 'proposal { proposalId }');
      await tell('updateProposalStatus', { ...proposal, status, comment: text() });
    }
  }
  await org.customer('acme');
  await tell('updateAccount', { accountId: 'acme', name: 'Acme', tags: ['vip'], metadata: { region: 'EU' } });
  for (const accountId of ['person-1', 'person-2']) await tell('deleteAccount', { accountId });
  await tell('deleteCustomer', { customerId: 'person' });
  const [first] = sent;
  const other = sent.find(({ input }) => 'accountId' in input && input.accountId === 'acme');
  if (!first || !other) throw new Error('nothing was sent');
  return { org, untold: await untold(org, sent), keyed: [first, other] };
}

interface Type {
  readonly kind: string;
  readonly name: string | null;
  readonly ofType: Type | null;
}

interface Input {
  readonly name: string;
  readonly inputFields: readonly { readonly name: string; readonly type: Type }[] | null;
}

/** The text fields that the inputs of mutations have, but for the impersonal ones and those that were sent. */
async function untold(org: Organization, sent: readonly Keyed[]): Promise<string[]> {
  const type = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';
  const { data } = await org.ask<{
    __schema: { types: readonly Input[]; mutationType: { fields: { args: { type: Type }[] }[] } };
  }>(
    `{ __schema { types { name inputFields(includeDeprecated: true) { name type { ${type} } } } mutationType { fields { args { type { ${type} } } } } } }`,
  );
  const inputByName = new Map(data.__schema.types.map((input) => [input.name, input]));
  const fields = new Set<string>();
  const visited = new Set<string>();
  const visit = (named: string): void => {
    if (visited.has(named)) return;
    visited.add(named);
    for (const field of inputByName.get(named)?.inputFields ?? []) {
      const inner = nameOf(field.type);
      if (TEXTS.has(inner)) fields.add(`${named}.${field.name}`);
      visit(inner);
    }
  };
  for (const { args } of data.__schema.mutationType.fields) for (const arg of args) visit(nameOf(arg.type));
  const told = (value: unknown, named: string): void => {
    for (const item of Array.isArray(value) ? value : []) told(item, named);
    for (const [key, inner] of Object.entries(Object(value))) {
      const field = inputByName.get(named)?.inputFields?.find((each) => each.name === key);
      if (SEARCHED.test(JSON.stringify(inner))) fields.delete(`${named}.${key}`);
      if (field && inputByName.get(nameOf(field.type))?.inputFields) told(inner, nameOf(field.type));
    }
  };
  for (const { mutation, input } of sent) told(input, `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`);
  return [...fields].filter((field) => !IMPERSONAL.some((pattern) => pattern.test(field))).toSorted();
}

/** Scalars that can hold a text of a person. */
const TEXTS: ReadonlySet<string> = new Set(['String', 'ID', 'JSON']);

const nameOf = ({ name, ofType }: Type): string => name ?? (ofType ? nameOf(ofType) : '');
