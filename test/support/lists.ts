import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

export interface List {
  /** As `Account.schedules`; one that an interface declares goes by the interface. */
  readonly name: string;
  readonly owner: string;
  readonly field: GraphQLField<unknown, unknown>;
}

export const isList = (field: GraphQLField<unknown, unknown>): boolean => field.args.some(({ name }) => name === 'after');

/** Every list of the schema. */
export function listsOf(schema: GraphQLSchema): readonly List[] {
  const owners = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  return owners.flatMap((type) => {
    const declared = Object.values(type.getFields()).filter(
      (field) => !type.getInterfaces().some((each) => field.name in each.getFields()),
    );
    return declared.filter(isList).map((field) => ({ name: `${type.name}.${field.name}`, owner: type.name, field }));
  });
}

export function ordersOf(field: GraphQLField<unknown, unknown>): readonly string[] {
  const order = field.args.find(({ name }) => name === 'orderBy');
  const type = order && getNamedType(order.type);
  return isEnumType(type) ? type.getValues().map(({ name }) => `, orderBy: ${name}`) : [''];
}

/** Where each type that has lists is found, in a world with a busy account. */
const OWNERS: Readonly<Record<string, (list: string) => string>> = {
  Query: (list) => list,
  Account: (list) => `account(by: { accountId: "busy" }) { ${list} }`,
  BillableItem: (list) => `billableItem(billableId: $extra) { ${list} }`,
  Customer: (list) => `customer(customerId: "acme") { ${list} }`,
  Draft: (list) => `account(by: { accountId: "busy" }) { draft { ${list} } }`,
  Job: (list) => `job(jobId: "job.zz000000001.00000") { ${list} }`,
  PricePlan: (list) => `pricePlan(pricePlanId: $plan) { plan { ${list} } }`,
  PricePlanVersion: (list) => `pricePlan(pricePlanId: $plan, version: { number: 1 }) { ${list} }`,
  Proposal: (list) => `proposal(proposalId: $offered) { ${list} }`,
  PurchaseTerms: (list) => `purchase(purchaseId: $bought) { ${list} }`,
  RateCard: (list) => `pricePlan(pricePlanId: $plan, version: { number: 1 }) { rateCards(first: 1) { nodes { ${list} } } }`,
  Schedule: (list) => `account(by: { accountId: "busy" }) { scheduleAt(day: "2026-06-01") { ${list} } }`,
  // The oldest issuer.
  StaffIssuer: (list) => `staffIssuers(last: 1) { nodes { ${list} } }`,
  Webhook: (list) => `webhooks(last: 1) { nodes { ${list} } }`,
  Wallet: (list) => `account(by: { accountId: "busy" }) { wallet { ${list} } }`,
};

/** A selection of lists of a type, where the type is found. */
export function ownedBy(owner: string, selection: string): string {
  const reach = OWNERS[owner];
  if (!reach) throw new Error(`nothing says where to find the lists of ${owner}`);
  return reach(selection);
}

export function nodesOf(connection: GraphQLNamedType) {
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
  if (!nodes) throw new Error(`${connection.name} has no nodes`);
  return nodes.type;
}

export interface Page {
  readonly pageInfo: { readonly startCursor: string };
  readonly nodes: readonly object[];
}

/** What an answer holds under the name `page`, however deep. */
export function pageWithin(value: unknown): Page | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('page' in value) return value.page as Page;
  return Object.values(value)
    .map(pageWithin)
    .find((page) => page !== undefined);
}
