import type { BillableKind, SchemaAssociation } from '../../domain/billable-item.ts';
import { type BillableItemConditions, billableItemsOnPage, billableItemsWhere, examinesBillableItems } from '../../store/catalogue-list.ts';
import { ORDERS } from '../../store/list.ts';
import { examines } from '../admission/price.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { describedEnum } from '../enums.ts';
import { enumFilter, listArgs, placeOf, STATUS_CONDITION, severally, TextFilter, whereInput } from '../list.ts';

const BillableKindEnum = builder.enumType('BillableKind', {
  description: 'The kind of a billable item. It decides which rate cards can price the item.',
  values: describedEnum({
    LICENSE: 'An add-on that an account holds a number of.',
    NAMED_LICENSE: 'An add-on that an account assigns to named people, one by one.',
    FIXED_FEE: 'A fee that does not depend on usage.',
    CREDIT_GRANT: 'An add-on that grants credits.',
    FEATURE: 'A feature that an account can have an allowance of.',
    USAGE_METER: 'A meter that counts usage.',
  } satisfies Record<BillableKind, string>),
});

const BillableItemStatus = builder.enumType('BillableItemStatus', {
  description: 'Status of a billable item.',
  values: describedEnum({ ACTIVE: 'In use. Rate cards can price the item.', ARCHIVED: 'Read-only. No new rate card can price the item.' }),
});

type ItemTypeName = 'AddOn' | 'Feature' | 'UsageMeter';

const TYPE_NAMES: Readonly<Record<BillableKind, ItemTypeName>> = {
  LICENSE: 'AddOn',
  NAMED_LICENSE: 'AddOn',
  FIXED_FEE: 'AddOn',
  CREDIT_GRANT: 'AddOn',
  FEATURE: 'Feature',
  USAGE_METER: 'UsageMeter',
};

export const ADD_ON_KINDS = ['LICENSE', 'NAMED_LICENSE', 'FIXED_FEE', 'CREDIT_GRANT'] as const;

export const BillableItem = builder.drizzleInterface('billableItems', {
  name: 'BillableItem',
  description: 'An item that a rate card can price: an add-on, a feature or a usage meter.',
  ...requires('plans:read'),
  interfaces: [builder.nodeInterfaceRef()],
  select: { columns: { id: true, kind: true } },
  resolveType: ({ kind }) => TYPE_NAMES[kind],
  fields: (t) => ({
    billableId: t.exposeString('id', { description: 'The generated id, which rate cards refer to.' }),
    kind: t.expose('kind', { type: BillableKindEnum, description: 'Kind of the item. It never changes.' }),
    name: t.exposeString('name', { description: 'Name of the item, unique among the items of its kind.' }),
    billableName: t.exposeString('billableName', { nullable: true, description: 'Name shown on invoices. `null`: `name` is shown.' }),
    displayName: t.string({
      description: 'Name to show: the billable name, or the name when there is none.',
      select: { columns: { name: true, billableName: true } },
      resolve: ({ name, billableName }) => billableName ?? name,
    }),
    status: t.expose('status', { type: BillableItemStatus, description: 'Status of the item.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the item was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the item was last changed.' }),
  }),
});

export const AddOn = builder.drizzleNode('billableItems', {
  variant: 'AddOn',
  description: 'A license, a fixed fee or a grant of credits.',
  ...requires('plans:read'),
  interfaces: [BillableItem],
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true, kind: true } },
  fields: (t) => ({
    addOnId: t.exposeString('id', { description: 'The generated id, equal to `billableId`.' }),
  }),
});

const SchemaAssociationType = builder.objectRef<SchemaAssociation>('SchemaAssociation').implement({
  description: 'An attribute of an event that counts towards a feature.',
  fields: (t) => ({
    schemaName: t.exposeString('schemaName', { description: 'Name of the event schema.' }),
    attributeName: t.exposeString('attributeName', { description: 'Name of the attribute that is counted.' }),
  }),
});

export const Feature = builder.drizzleNode('billableItems', {
  variant: 'Feature',
  description: 'A feature that an account can have an allowance of, and can use beyond it at a price.',
  ...requires('plans:read'),
  interfaces: [BillableItem],
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true, kind: true } },
  fields: (t) => ({
    featureId: t.exposeString('id', { description: 'The generated id, equal to `billableId`.' }),
    schemaAssociations: t.field({
      type: [SchemaAssociationType],
      description: 'Attributes of events that count towards the feature.',
      select: { columns: { schemaAssociations: true } },
      resolve: (feature) => [...feature.schemaAssociations],
    }),
  }),
});

export const UsageMeter = builder.drizzleNode('billableItems', {
  variant: 'UsageMeter',
  description: 'A meter that counts the usage of an account.',
  ...requires('plans:read'),
  interfaces: [BillableItem],
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true, kind: true } },
  fields: (t) => ({
    usageMeterId: t.exposeString('id', { description: 'The generated id, equal to `billableId`.' }),
  }),
});

const BillableKindFilter = enumFilter('BillableKindFilter', BillableKindEnum, 'the kind of an item');

const BillableItemStatusFilter = enumFilter('BillableItemStatusFilter', BillableItemStatus, 'a status');

const BillableItemsWhere = whereInput<BillableItemConditions>(
  'BillableItemsWhere',
  'billable items',
  (t) => ({
    billableId: t.field({ type: TextFilter, description: 'The generated id.' }),
    kind: t.field({ type: BillableKindFilter, description: 'Filters by kind.' }),
    status: t.field({ type: BillableItemStatusFilter, description: STATUS_CONDITION }),
  }),
  severally('billableId'),
);

const BillableItemConnection = connectionOf('BillableItem', BillableItem);

builder.queryFields((t) => ({
  billableItem: t.drizzleField({
    type: BillableItem,
    nullable: true,
    description: 'Returns a billable item of any kind by its id. `null` when there is none.',
    args: { billableId: t.arg.string({ required: true, description: 'The generated id.' }) },
    resolve: (query, _root, { billableId }, { store }) => store.db.query.billableItems.findFirst(query({ where: { id: billableId } })),
  }),
  billableItems: t.countedConnection(
    {
      type: BillableItem,
      description:
        'Returns the billable items of the organization. Ordered by creation, add-ons come first, then features, then usage meters; ordered by name, all kinds are mixed.',
      args: {
        where: t.arg({ type: BillableItemsWhere, description: 'Filters the list. Omit to return everything.' }),
        ...listArgs(t, 'name or billable name'),
      },
      ...examines(examinesBillableItems),
      totalCount: (_root, args, { store }) => store.count('billableItems', billableItemsWhere(args)),
      resolve: (query, _root, args, { store }) => {
        return store.db.query.billableItems.findMany(
          query({
            columns: { id: true, kind: true },
            where: billableItemsOnPage(store, args, placeOf(args)),
            orderBy: ORDERS[args.orderBy],
          }),
        );
      },
    },
    BillableItemConnection,
  ),
  addOn: t.drizzleField({
    type: AddOn,
    nullable: true,
    description: 'Returns an add-on by its id. `null` when there is none.',
    args: { addOnId: t.arg.string({ required: true, description: 'The generated id.' }) },
    resolve: (query, _root, { addOnId }, { store }) =>
      store.db.query.billableItems.findFirst(query({ where: { id: addOnId, kind: { in: [...ADD_ON_KINDS] } } })),
  }),
  feature: t.drizzleField({
    type: Feature,
    nullable: true,
    description: 'Returns a feature by its id. `null` when there is none.',
    args: { featureId: t.arg.string({ required: true, description: 'The generated id.' }) },
    resolve: (query, _root, { featureId }, { store }) =>
      store.db.query.billableItems.findFirst(query({ where: { id: featureId, kind: 'FEATURE' } })),
  }),
  usageMeter: t.drizzleField({
    type: UsageMeter,
    nullable: true,
    description: 'Returns a usage meter by its id. `null` when there is none.',
    args: { usageMeterId: t.arg.string({ required: true, description: 'The generated id.' }) },
    resolve: (query, _root, { usageMeterId }, { store }) =>
      store.db.query.billableItems.findFirst(query({ where: { id: usageMeterId, kind: 'USAGE_METER' } })),
  }),
}));
