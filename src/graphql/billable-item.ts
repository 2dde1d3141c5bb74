import type { BillableKind, SchemaAssociation } from '../domain/billable-item.ts';
import { type BillableItemConditions, billableItemsWhere } from '../store/catalogue-list.ts';
import { ORDERS } from '../store/list.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { countAlong, counted, enumFilter, ListOrder, pageOf, STATUS_CONDITION, TextFilter, whereInput } from './list.ts';
import { requires } from './scopes.ts';

const BillableKindEnum = builder.enumType('BillableKind', {
  description: 'What a billable item is, and so which rate cards may price it.',
  values: describedEnum({
    LICENSE: 'An add-on of which an account holds a number.',
    NAMED_LICENSE: 'An add-on of which an account assigns each to somebody.',
    FIXED_FEE: 'A fee that does not depend on usage.',
    CREDIT_GRANT: 'An add-on that gives credits to spend.',
    FEATURE: 'A feature that an account is entitled to.',
    USAGE_METER: 'A meter that counts what is used.',
  } satisfies Record<BillableKind, string>),
});

const BillableItemStatus = builder.enumType('BillableItemStatus', {
  description: 'Where a billable item is in its life.',
  values: describedEnum({ ACTIVE: 'Can be priced.', ARCHIVED: 'Read-only; no new rate card may price it.' }),
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
  description: 'Something a rate card can price: an add-on, a feature or a usage meter.',
  ...requires('plans:read'),
  interfaces: [builder.nodeInterfaceRef()],
  select: { columns: { id: true, kind: true } },
  resolveType: ({ kind }) => TYPE_NAMES[kind],
  fields: (t) => ({
    billableId: t.exposeString('id', { description: 'The generated id: what rate cards name.' }),
    kind: t.expose('kind', { type: BillableKindEnum, description: 'What it is; never changes.' }),
    name: t.exposeString('name', { description: 'Unique among the items of its kind.' }),
    billableName: t.exposeString('billableName', { nullable: true, description: 'How invoices call it; null: as `name` does.' }),
    displayName: t.string({
      description: 'The billable name, or else the name.',
      select: { columns: { name: true, billableName: true } },
      resolve: ({ name, billableName }) => billableName ?? name,
    }),
    status: t.expose('status', { type: BillableItemStatus, description: 'Where the item is in its life.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it last changed.' }),
  }),
});

export const AddOn = builder.drizzleNode('billableItems', {
  variant: 'AddOn',
  description: 'A license, a fixed fee or a grant of credits: what an account takes beside what it uses.',
  ...requires('plans:read'),
  interfaces: [BillableItem],
  id: { column: (table) => table.id, description: 'Opaque global id.' },
  select: { columns: { id: true, kind: true } },
  fields: (t) => ({
    addOnId: t.exposeString('id', { description: 'The generated id; the same as `billableId`.' }),
  }),
});

const SchemaAssociationType = builder.objectRef<SchemaAssociation>('SchemaAssociation').implement({
  description: 'An attribute of an event that counts towards a feature.',
  fields: (t) => ({
    schemaName: t.exposeString('schemaName', { description: 'The event schema.' }),
    attributeName: t.exposeString('attributeName', { description: 'The attribute of it that is counted.' }),
  }),
});

export const Feature = builder.drizzleNode('billableItems', {
  variant: 'Feature',
  description: 'Something an account can be entitled to, up to a limit, and beyond it at a price.',
  ...requires('plans:read'),
  interfaces: [BillableItem],
  id: { column: (table) => table.id, description: 'Opaque global id.' },
  select: { columns: { id: true, kind: true } },
  fields: (t) => ({
    featureId: t.exposeString('id', { description: 'The generated id; the same as `billableId`.' }),
    schemaAssociations: t.field({
      type: [SchemaAssociationType],
      description: 'The attributes of events that count towards it.',
      select: { columns: { schemaAssociations: true } },
      resolve: (feature) => [...feature.schemaAssociations],
    }),
  }),
});

export const UsageMeter = builder.drizzleNode('billableItems', {
  variant: 'UsageMeter',
  description: 'A meter that counts what an account uses.',
  ...requires('plans:read'),
  interfaces: [BillableItem],
  id: { column: (table) => table.id, description: 'Opaque global id.' },
  select: { columns: { id: true, kind: true } },
  fields: (t) => ({
    usageMeterId: t.exposeString('id', { description: 'The generated id; the same as `billableId`.' }),
  }),
});

const BillableKindFilter = enumFilter('BillableKindFilter', BillableKindEnum, 'what an item is');

const BillableItemStatusFilter = enumFilter('BillableItemStatusFilter', BillableItemStatus, 'a status');

const BillableItemsWhere = whereInput<BillableItemConditions>('BillableItemsWhere', 'billable items', (t) => ({
  billableId: t.field({ type: TextFilter, description: 'The generated id.' }),
  kind: t.field({ type: BillableKindFilter, description: 'What they are.' }),
  status: t.field({ type: BillableItemStatusFilter, description: STATUS_CONDITION }),
}));

builder.queryFields((t) => ({
  billableItem: t.drizzleField({
    type: BillableItem,
    nullable: true,
    description: 'A billable item of any kind by its id; null when there is none.',
    args: { billableId: t.arg.string({ required: true, description: 'The generated id.' }) },
    resolve: (query, _root, { billableId }, { store }) => store.db.query.billableItems.findFirst(query({ where: { id: billableId } })),
  }),
  billableItems: t.drizzleConnection(
    {
      type: BillableItem,
      description: 'All billable items. By creation, add-ons come first, then features, then usage meters; by name, they come mixed.',
      args: {
        where: t.arg({ type: BillableItemsWhere, description: 'Only these; absent: all.' }),
        search: t.arg.string({ description: 'Only those whose name or billable name contains this text; A to Z match in either case.' }),
        orderBy: t.arg({ type: ListOrder, required: true, defaultValue: 'CREATED_AT_ASC', description: 'The order of the list.' }),
        includeArchived: t.arg.boolean({ defaultValue: false, description: 'Archived ones as well.' }),
      },
      totalCount: (_root, args, { store }) => counted(args, () => store.count('billableItems', billableItemsWhere(args))),
      resolve: (query, _root, args, { store }, info) => {
        const where = billableItemsWhere(args);
        countAlong(args, info, () => store.count('billableItems', where));
        return store.db.query.billableItems.findMany(
          query({ columns: { id: true, kind: true }, where: { AND: [where, pageOf(args)] }, orderBy: ORDERS[args.orderBy] }),
        );
      },
    },
    { name: 'BillableItemConnection' },
    { name: 'BillableItemEdge' },
  ),
  addOn: t.drizzleField({
    type: AddOn,
    nullable: true,
    description: 'An add-on by its id; null when there is none.',
    args: { addOnId: t.arg.string({ required: true, description: 'The generated id.' }) },
    resolve: (query, _root, { addOnId }, { store }) =>
      store.db.query.billableItems.findFirst(query({ where: { id: addOnId, kind: { in: [...ADD_ON_KINDS] } } })),
  }),
  feature: t.drizzleField({
    type: Feature,
    nullable: true,
    description: 'A feature by its id; null when there is none.',
    args: { featureId: t.arg.string({ required: true, description: 'The generated id.' }) },
    resolve: (query, _root, { featureId }, { store }) =>
      store.db.query.billableItems.findFirst(query({ where: { id: featureId, kind: 'FEATURE' } })),
  }),
  usageMeter: t.drizzleField({
    type: UsageMeter,
    nullable: true,
    description: 'A usage meter by its id; null when there is none.',
    args: { usageMeterId: t.arg.string({ required: true, description: 'The generated id.' }) },
    resolve: (query, _root, { usageMeterId }, { store }) =>
      store.db.query.billableItems.findFirst(query({ where: { id: usageMeterId, kind: 'USAGE_METER' } })),
  }),
}));
