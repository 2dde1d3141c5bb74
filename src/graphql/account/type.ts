import { type FieldNode, Kind } from 'graphql';
import type { ACCOUNT_STATUSES } from '../../domain/account/account.ts';
import { FIRST_DAY } from '../../domain/day.ts';
import type { Context } from '../../operations/context.ts';
import { type AccountConditions, type AccountList, accountsOnPage, accountsWhere, examinesAccounts } from '../../store/account-list.ts';
import { accountWithAliasAt } from '../../store/accounts.ts';
import { ACCOUNT_ORDERS } from '../../store/list.ts';
import { examines } from '../admission/price.ts';
import { requires } from '../admission/scopes.ts';
import { changesUnseen } from '../admission/unseen-changes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { AddressType, SettingType } from '../customer/address.ts';
import { describedEnum } from '../enums.ts';
import {
  accountArgs,
  CREATED_CONDITION,
  DateRange,
  DateTimeRange,
  EXAMINES,
  enumFilter,
  ListContains,
  placeOf,
  STATUS_CONDITION,
  seek,
  severally,
  TextFilter,
  UPDATED_CONDITION,
  whereInput,
} from '../list.ts';
import { requireKnownPlans } from '../price-plan/known-plans.ts';

const AccountStatus = builder.enumType('AccountStatus', {
  description: 'Status of an account.',
  values: describedEnum({
    ACTIVE: 'In use. Plans can be attached and proposals approved.',
    DRAFT: 'The account is not in use yet. It can have a draft and proposals, but no plan can be attached.',
    ARCHIVED: 'Read-only. Lists omit it unless archived items are included.',
  } satisfies Record<(typeof ACCOUNT_STATUSES)[number], string>),
});

const BillingInformation = builder
  .objectRef<{ emailRecipients: readonly string[]; additionalEmailRecipients: readonly string[] }>('BillingInformation')
  .implement({
    description: 'Recipients of the invoices of an account.',
    fields: (t) => ({
      emailRecipients: t.stringList({
        description: 'E-mail addresses of the recipients.',
        resolve: (to) => [...to.emailRecipients],
      }),
      additionalEmailRecipients: t.stringList({
        description: 'E-mail addresses that receive a copy.',
        resolve: (to) => [...to.additionalEmailRecipients],
      }),
    }),
  });

const AccountAlias = builder.drizzleNode('accountAliases', {
  name: 'AccountAlias',
  description: 'Another name of an account, for a span of time.',
  ...requires('accounts:read'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    aliasId: t.exposeString('id', { description: 'The generated id.' }),
    value: t.exposeString('value', { description: 'The alias.' }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'DateTime', description: 'First instant at which the alias names the account.' }),
    effectiveUntil: t.expose('effectiveUntil', {
      type: 'DateTime',
      description: 'First instant at which the alias no longer names the account.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the alias was added.' }),
  }),
});

const AccountAliasConnection = connectionOf('AccountAlias', AccountAlias);

export const Account = builder.drizzleNode('accounts', {
  name: 'Account',
  description: 'An account of a customer. Price plans are attached to it by schedules.',
  ...requires('accounts:read'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    accountId: t.exposeString('accountId', { description: 'Id chosen by the caller. It never changes.' }),
    togaiAccountId: t.exposeString('id', { description: 'The generated id.' }),
    name: t.exposeString('name', { description: 'Name of the account.' }),
    invoiceCurrency: t.expose('invoiceCurrency', {
      type: 'CurrencyCode',
      description: 'Currency of the invoices. Fixed once a schedule or purchase exists.',
    }),
    status: t.expose('status', { type: AccountStatus, description: 'Status of the account.' }),
    primaryEmail: t.exposeString('primaryEmail', { nullable: true, description: "Primary e-mail address. `null`: the customer's." }),
    address: t.expose('address', { type: AddressType, nullable: true, description: "Postal address. `null`: the customer's." }),
    billingInformation: t.expose('billingInformation', {
      type: BillingInformation,
      nullable: true,
      description: 'Recipients of the invoices. `null`: the primary e-mail address.',
    }),
    settings: t.field({
      type: [SettingType],
      description: 'Settings stored with the account.',
      select: { columns: { settings: true } },
      resolve: (account) => [...account.settings],
    }),
    netTermDays: t.exposeInt('netTermDays', {
      nullable: true,
      description: "Days until an invoice must be paid. `null`: the organization's terms.",
    }),
    metadata: t.expose('metadata', { type: 'JSON', description: 'A map of text to text that the caller stores with the account.' }),
    tags: t.stringList({
      description: 'Tags of the account, in lower case, without duplicates.',
      select: { columns: { tags: true } },
      resolve: (account) => [...account.tags],
    }),
    revision: t.exposeInt('revision', {
      description:
        'Revision of the object. It grows by one with every accepted change. Give it as `expectedRevision` to detect changes in between.',
    }),
    timelineRevision: t.exposeInt('timelineRevision', {
      // The number of items in `timelineRevisions`, which needs the same scope.
      ...requires('schedules:read'),
      description: 'Revision of the active timeline. It grows by one when the timeline changes.',
    }),
    timelineEndDate: t.field({
      ...requires('schedules:read'),
      type: 'Date',
      nullable: true,
      description:
        'First day after the last schedule of the active timeline, also if it is in the past; `9999-01-01` means forever. `null`: the account has no schedule.',
      select: { columns: { timelineEnd: true } },
      resolve: ({ timelineEnd }) => (timelineEnd === FIRST_DAY ? null : timelineEnd),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the account was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the account was last changed.' }),
    aliases: t.relatedConnection(
      'aliases',
      {
        type: AccountAlias,
        totalCount: true,
        description: 'Aliases of the account, in the order in which they begin, including past and future ones.',
        args: {
          at: t.arg({
            type: 'DateTime',
            description: 'Returns aliases that name the account at this instant. Omit to return all aliases.',
          }),
        },
        query: ({ at, ...page }) => ({
          where: { AND: [at == null ? {} : { effectiveFrom: { lte: at }, effectiveUntil: { gt: at } }, seek(page, 'effectiveFrom')] },
          orderBy: { effectiveFrom: 'asc', id: 'asc' },
        }),
      },
      AccountAliasConnection,
    ),
  }),
});

export const AccountConnection = connectionOf('Account', Account);

const AccountStatusFilter = enumFilter('AccountStatusFilter', AccountStatus, 'a status');

const MetadataFilter = builder.inputType('MetadataFilter', {
  description: 'A condition on a map of text to text. Case matters.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Matches maps that have this key. 1 to 100 characters.' }),
    value: t.string({ description: 'Matches maps that have this value under the key. Omit to match every value.' }),
  }),
});

const AccountPlanFilter = builder.inputType('AccountPlanFilter', {
  description: 'A condition on the plan that is attached to an account on a day.',
  fields: (t) => ({
    pricePlanId: t.string({
      required: true,
      description: 'Generated id of the plan. `accounts` fails with `BAD_USER_INPUT` if there is none.',
    }),
    version: t.int({ description: 'Number of the plan version, which must exist. Omit to match every version.' }),
    on: t.field({ type: 'Date', description: 'The day to look at. Defaults to today.' }),
  }),
});

const AccountsWhere = whereInput<AccountConditions>(
  'AccountsWhere',
  'accounts',
  (t) => ({
    status: t.field({ type: AccountStatusFilter, description: STATUS_CONDITION }),
    accountId: t.field({ type: TextFilter, description: 'Id chosen by the caller.' }),
    customerId: t.field({
      ...requires('customers:read'),
      type: TextFilter,
      description: 'Filters by the id of the customer, as the caller chose it.',
    }),
    tags: t.field({ type: ListContains, description: `Filters by tag. Case is ignored. With it, ${EXAMINES}` }),
    hasDraft: t.boolean({
      ...requires('schedules:read'),
      description: `Whether the account has a draft. With \`false\`, with another condition, or in another order than that of creation, ${EXAMINES}`,
    }),
    pricePlan: t.field({
      ...requires('schedules:read', 'plans:read'),
      type: AccountPlanFilter,
      description: `Matches accounts that are on a plan on a day. With it, ${EXAMINES} In the order of creation, those are accounts that had the plan before, or will.`,
    }),
    metadata: t.field({
      type: MetadataFilter,
      description: `Filters by metadata. With another condition, or in another order than that of creation, ${EXAMINES}`,
    }),
    timelineEndDate: t.field({
      ...requires('schedules:read'),
      type: DateRange,
      description:
        'Filters by the end of the last schedule: accounts whose contract ends, and is not renewed. An account without a schedule never matches. Requires `orderBy: TIMELINE_END_ASC` or `TIMELINE_END_DESC`.',
    }),
    createdAt: t.field({ type: DateTimeRange, description: CREATED_CONDITION }),
    updatedAt: t.field({ type: DateTimeRange, description: UPDATED_CONDITION }),
  }),
  severally('accountId'),
);

/** Returns the arguments of every list of accounts. */
export const accountListArgs = (t: Pick<PothosSchemaTypes.RootFieldBuilder<typeof builder.$inferSchemaTypes, unknown>, 'arg'>) => ({
  where: t.arg({ type: AccountsWhere, description: 'Filters the list. Omit to return everything.' }),
  ...accountArgs(t),
});

const AccountBy = builder.inputType('AccountBy', {
  isOneOf: true,
  description: 'One way to identify an account. Give exactly one.',
  fields: (t) => ({
    accountId: t.string({ description: 'Id chosen by the caller.' }),
    alias: t.string({ description: 'An alias of the account, valid at `effectiveOn`.' }),
    id: t.globalID({ for: [Account], description: 'The opaque global id.' }),
  }),
});

/** Returns whether the field may look up an account by alias. Its answer can change at any instant, because aliases start and end. */
function mayNameByAlias({ arguments: args = [] }: FieldNode): boolean {
  const by = args.find(({ name }) => name.value === 'by')?.value;
  return by?.kind !== Kind.OBJECT || by.fields.some(({ name }) => name.value === 'alias');
}

async function countOf(list: AccountList, context: Context): Promise<number> {
  const count = context.store.count('accounts', accountsWhere(context, list));
  const [accounts] = await Promise.all([count, requireKnownPlans(context.store, list.where)]);
  return accounts;
}

builder.queryFields((t) => ({
  account: t.drizzleField({
    type: Account,
    nullable: true,
    description: 'Returns an account. `null` when there is none.',
    ...changesUnseen(mayNameByAlias),
    args: {
      by: t.arg({ type: AccountBy, required: true, description: 'Identifies the account. Give exactly one way.' }),
      effectiveOn: t.arg({
        type: 'DateTime',
        description: 'Instant at which the alias names the account. Ignored for ids. Defaults to now.',
      }),
    },
    resolve: (query, _root, { by: { accountId, alias, id }, effectiveOn }, { store, now }) => {
      if (alias != null) return store.db.query.accounts.findFirst(query({ where: accountWithAliasAt(store, alias, effectiveOn ?? now) }));
      return store.db.query.accounts.findFirst(query({ where: accountId != null ? { accountId } : { id: id?.id ?? '' } }));
    },
  }),
  accounts: t.countedConnection(
    {
      type: Account,
      ...examines<AccountList>(examinesAccounts),
      description: 'Returns the accounts of the organization.',
      args: accountListArgs(t),
      totalCount: (_root, args, context) => countOf(args, context),
      resolve: async (query, _root, args, context) => {
        const where = accountsOnPage(context, args, placeOf(args));
        const page = context.store.db.query.accounts.findMany(
          query({ columns: { id: true }, where, orderBy: ACCOUNT_ORDERS[args.orderBy] }),
        );
        const [accounts] = await Promise.all([page, requireKnownPlans(context.store, args.where)]);
        return accounts;
      },
    },
    AccountConnection,
  ),
}));
