import { issuesOf } from '../../domain/price-plan/issues.ts';
import type { PlanVersionStatus, PricePlanType } from '../../domain/price-plan/price-plan.ts';
import {
  examinesPricePlans,
  type PricePlanConditions,
  type PricePlanList,
  pricePlansOnPage,
  pricePlansWhere,
} from '../../store/catalogue-list.ts';
import { ORDERS } from '../../store/list.ts';
import { toDraftContent, versionOf } from '../../store/price-plans.ts';
import { inOrder } from '../../store/rate-cards.ts';
import { examines } from '../admission/price.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { describedEnum } from '../enums.ts';
import { IssueType } from '../errors.ts';
import { COMPUTED_FROM } from '../limits.ts';
import {
  CREATED_CONDITION,
  DateTimeRange,
  EXAMINES,
  enumFilter,
  listArgs,
  placeOf,
  seek,
  severally,
  TextFilter,
  UPDATED_CONDITION,
  whereInput,
} from '../list.ts';
import { RateCard, RateCardConnection, RateCardTypeEnum } from '../rate-card/type.ts';
import { PricingCycleConfigType } from './pricing-cycle.ts';
import { PricingRuleType } from './pricing-rule.ts';

export const PricePlanTypeEnum = builder.enumType('PricePlanType', {
  description: 'How a plan is sold. It never changes.',
  values: describedEnum({
    BILLING: 'A recurring plan. It is attached to accounts and charged in pricing cycles.',
    PURCHASE: 'A one-time plan. It is bought once and has no pricing cycle.',
  } satisfies Record<PricePlanType, string>),
});

const PricePlanVersionStatus = builder.enumType('PricePlanVersionStatus', {
  description: 'Status of a plan version.',
  values: describedEnum({
    DRAFT: 'Can be edited, may be incomplete, and cannot be attached to an account.',
    ACTIVE: 'Final. It never changes again.',
  } satisfies Record<PlanVersionStatus, string>),
});

export const PricePlanVersion = builder.drizzleNode('pricePlanVersions', {
  name: 'PricePlanVersion',
  description: 'A price plan at one of its versions.',
  ...requires('plans:read'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    pricePlanId: t.exposeString('pricePlanId', { description: 'Generated id of the plan, the same for all of its versions.' }),
    referenceId: t.exposeString('id', { description: 'Generated id of this version.' }),
    name: t.string({
      description: 'Name of the plan, unique among plans that are not archived.',
      select: { with: { plan: { columns: { name: true } } } },
      resolve: ({ plan }) => plan.name,
    }),
    type: t.field({
      type: PricePlanTypeEnum,
      description: 'How the plan is sold.',
      select: { with: { plan: { columns: { type: true } } } },
      resolve: ({ plan }) => plan.type,
    }),
    version: t.exposeInt('version', { description: 'Number of the version, from 1.' }),
    status: t.expose('status', { type: PricePlanVersionStatus, description: 'Status of the version.' }),
    description: t.exposeString('description', { nullable: true, description: 'Description of the plan, for people. `null`: none.' }),
    pricingCycleConfig: t.expose('pricingCycle', {
      type: PricingCycleConfigType,
      nullable: true,
      description: 'The pricing cycle. `null` for a `PURCHASE` plan.',
    }),
    supportedCurrencies: t.field({
      type: ['CurrencyCode'],
      description: 'Currencies of the version, at least one. Every rate card needs a price in each.',
      select: { columns: { currencies: true } },
      resolve: ({ currencies }) => [...currencies],
    }),
    deferredRevenue: t.exposeBoolean('deferredRevenue', {
      description:
        'Whether revenue is recognized later than it is invoiced. Such a plan has no credits, entitlements, overage or fees charged in advance.',
    }),
    allowOngoingCycleUpdates: t.exposeBoolean('allowOngoingCycleUpdates', {
      description: 'Whether a change to a schedule may start within the current cycle.',
    }),
    pricingRules: t.field({
      type: [PricingRuleType],
      description: 'Rules that adjust the charges of a cycle, in order.',
      select: { columns: { pricingRules: true } },
      resolve: ({ pricingRules }) => pricingRules.toSorted((a, b) => a.order - b.order),
    }),
    rateCards: t.relatedConnection(
      'rateCards',
      {
        type: RateCard,
        totalCount: true,
        description: 'Rate cards, in the order in which they were added.',
        args: {
          type: t.arg({
            type: RateCardTypeEnum,
            description: 'Returns cards of this family. A page reads the cards until it is full. Omit to return all cards.',
          }),
        },
        query: ({ type, ...page }) => ({
          where: { AND: [type ? { type } : {}, seek(page, 'position')] },
          orderBy: { position: 'asc', id: 'asc' },
        }),
      },
      RateCardConnection,
    ),
    issues: t.field({
      type: [IssueType],
      computedFrom: COMPUTED_FROM.cards,
      description: 'Issues that prevent finalizing the version, checked against the current catalogue. Empty when there are none.',
      select: {
        columns: {
          pricingCycle: true,
          currencies: true,
          pricingRules: true,
          deferredRevenue: true,
          allowOngoingCycleUpdates: true,
        },
        with: { plan: { columns: { type: true } }, rateCards: { ...inOrder, columns: { card: true }, with: { billable: true } } },
      },
      resolve: (version) => [...issuesOf(toDraftContent({ ...version, type: version.plan.type }, version.rateCards))],
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the version was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the plan was last changed.' }),
  }),
});

export const PricePlanVersionConnection = connectionOf('PricePlanVersion', PricePlanVersion);

export const PricePlan = builder.drizzleNode('pricePlans', {
  name: 'PricePlan',
  description: 'A price plan with all of its versions.',
  ...requires('plans:read'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    pricePlanId: t.exposeString('id', { description: 'The generated id.' }),
    name: t.exposeString('name', { description: 'Name of the plan, unique among plans that are not archived.' }),
    type: t.expose('type', { type: PricePlanTypeEnum, description: 'How the plan is sold.' }),
    revision: t.exposeInt('revision', {
      description:
        'Revision of the object. It grows by one with every accepted change. Give it as `expectedRevision` to detect changes in between.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the plan was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the plan or one of its versions was last changed.' }),
    archivedAt: t.expose('archivedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the plan was archived. `null`: it is not archived.',
    }),
    versions: t.relatedConnection(
      'versions',
      {
        type: PricePlanVersion,
        totalCount: true,
        description: 'Versions of the plan, newest first.',
        query: (page) => ({ where: seek(page, 'version', 'desc'), orderBy: { version: 'desc' } }),
      },
      PricePlanVersionConnection,
    ),
    latestVersion: t.relation('latestVersion', {
      type: PricePlanVersion,
      description: 'Newest version, which may be the draft.',
      query: { orderBy: { version: 'desc' } },
    }),
    activeVersion: t.relation('activeVersion', {
      type: PricePlanVersion,
      nullable: true,
      description: 'Newest active version, which is the one attached to accounts. `null` when there is only a draft.',
      query: { orderBy: { version: 'desc' } },
    }),
    draft: t.relation('draft', {
      type: PricePlanVersion,
      nullable: true,
      description: 'The draft version. `null` when there is none.',
    }),
  }),
});

const PricePlanConnection = connectionOf('PricePlan', PricePlan);

builder.drizzleObjectField(PricePlanVersion, 'plan', (t) =>
  t.relation('plan', { type: PricePlan, description: 'The plan with all of its versions.' }),
);

const PricePlanVersionLabel = builder.enumType('PricePlanVersionLabel', {
  description: 'A label that selects a version.',
  values: describedEnum({ LATEST: 'The newest version, which may be the draft.', ACTIVE: 'The newest active version.' }),
});

const PricePlanVersionBy = builder.inputType('PricePlanVersionBy', {
  isOneOf: true,
  description: 'One way to select a version of a plan. Give exactly one.',
  fields: (t) => ({
    label: t.field({ type: PricePlanVersionLabel, description: 'Selects the latest or the active version.' }),
    number: t.int({ description: 'Selects a version by its number.' }),
  }),
});

const PricePlanTypeFilter = enumFilter('PricePlanTypeFilter', PricePlanTypeEnum, 'how a plan is sold');

const PricePlansWhere = whereInput<PricePlanConditions>(
  'PricePlansWhere',
  'price plans',
  (t) => ({
    pricePlanId: t.field({ type: TextFilter, description: 'The generated id.' }),
    type: t.field({ type: PricePlanTypeFilter, description: `Filters by how plans are sold. With \`includeArchived\`, ${EXAMINES}` }),
    hasDraft: t.boolean({
      description: `Whether the plan has a draft version. With \`false\`, with another condition, or in another order than that of creation, ${EXAMINES}`,
    }),
    createdAt: t.field({ type: DateTimeRange, description: CREATED_CONDITION }),
    updatedAt: t.field({ type: DateTimeRange, description: UPDATED_CONDITION }),
  }),
  severally('pricePlanId'),
);

builder.queryFields((t) => ({
  pricePlan: t.drizzleField({
    type: PricePlanVersion,
    nullable: true,
    description: 'Returns a price plan at one of its versions. `null` when there is no such plan or version.',
    args: {
      pricePlanId: t.arg.string({ required: true, description: 'Generated id of the plan.' }),
      version: t.arg({
        type: PricePlanVersionBy,
        description: 'Version of the plan. Defaults to the latest version, which may be the draft.',
      }),
    },
    resolve: (query, _root, { pricePlanId, version }, { store }) =>
      store.db.query.pricePlanVersions.findFirst(query(versionOf(pricePlanId, version?.number ?? version?.label ?? 'LATEST'))),
  }),
  pricePlans: t.countedConnection(
    {
      type: PricePlan,
      ...examines<PricePlanList>(examinesPricePlans),
      description: 'Returns the price plans of the organization.',
      args: {
        where: t.arg({ type: PricePlansWhere, description: 'Filters the list. Omit to return everything.' }),
        ...listArgs(t, 'name'),
      },
      totalCount: (_root, args, { store }) => store.count('pricePlans', pricePlansWhere(store, args)),
      resolve: (query, _root, args, { store }) => {
        return store.db.query.pricePlans.findMany(
          query({ columns: { id: true }, where: pricePlansOnPage(store, args, placeOf(args)), orderBy: ORDERS[args.orderBy] }),
        );
      },
    },
    PricePlanConnection,
  ),
}));
