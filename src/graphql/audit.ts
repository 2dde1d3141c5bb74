import { type AuditConditions, auditEntriesWhere } from '../store/audit-entries.ts';
import { Account } from './account.ts';
import { builder } from './builder.ts';
import { DateTimeRange, TextFilter, whereInput } from './list.ts';
import { requires } from './scopes.ts';

const AuditEntry = builder.drizzleNode('auditEntries', {
  name: 'AuditEntry',
  description: 'One accepted change: who made it, when, and what it changed. Written with the change itself, and never altered.',
  ...requires('audit:read'),
  id: { column: (table) => table.id, description: 'Opaque global id.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    auditEntryId: t.exposeString('id', { description: 'The generated id.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When the change was made.' }),
    actor: t.exposeString('actor', {
      description:
        'The API token that made it, by its `apiTokenId`, or the issuer of the token that did, by its `tokenIssuerId`; `system`: nobody asked for it, such as the sweep of expired proposals.',
    }),
    delegate: t.exposeString('delegate', {
      nullable: true,
      description: 'Who spoke for the `actor`: its `delegateTokenId`, or what an issuer calls it (`sub`); null: the actor itself.',
    }),
    operation: t.exposeString('operation', { description: 'The mutation by its name, or the scheduled work by its own.' }),
    requestId: t.exposeString('requestId', { description: 'The request that made it: the `x-request-id` of its answer.' }),
    subject: t.exposeString('subjectId', {
      nullable: true,
      description: 'What the change is about, by its generated id: an account, a price plan, a customer ...; null: nothing in particular.',
    }),
    entities: t.stringList({
      description: 'Everything that it created, changed or removed, by generated ids.',
      select: { columns: { entities: true } },
      resolve: ({ entities }) => [...entities],
    }),
    before: t.expose('before', {
      type: 'JSON',
      nullable: true,
      description:
        'The fields that the change altered or removed, as they were, beside the ids that they belong to; of a timeline, the schedules removed or changed. `null`: there was nothing. Older entries may hold the complete state. For people: the shape is that of the operation, and may grow.',
    }),
    after: t.expose('after', {
      type: 'JSON',
      nullable: true,
      description:
        'The fields that the change altered or added, as they are since. `null`: nothing is left. `before` and `after` together take at most 1,000,000 bytes as JSON. Never holds a secret.',
    }),
  }),
});

const AuditLogWhere = whereInput<AuditConditions>('AuditLogWhere', 'changes', (t) => ({
  operation: t.field({ type: TextFilter, description: 'Made by this mutation, such as `finalizePricePlan`.' }),
  actor: t.field({ type: TextFilter, description: 'Made by this API token, by its `apiTokenId`, or by `system`.' }),
  subject: t.field({
    type: TextFilter,
    description: 'About this entity, by its generated id: `togaiAccountId`, `togaiCustomerId`, `pricePlanId` ...',
  }),
  at: t.field({ type: DateTimeRange, description: 'When they were made.' }),
}));

builder.queryField('auditLog', (t) =>
  t.drizzleConnection(
    {
      type: AuditEntry,
      description: 'Every accepted change in the organization, the newest first.',
      args: { where: t.arg({ type: AuditLogWhere, description: 'Only these; absent: all.' }) },
      resolve: (query, _root, { where }, { store }) =>
        store.db.query.auditEntries.findMany(query({ columns: { id: true }, where: auditEntriesWhere(where), orderBy: { id: 'desc' } })),
    },
    { name: 'AuditEntryConnection' },
    { name: 'AuditEntryEdge' },
  ),
);

builder.drizzleObjectField(Account, 'activity', (t) =>
  t.relatedConnection('activity', {
    type: AuditEntry,
    description:
      'Every accepted change about it, the newest first: to its details, timeline, draft, proposals and purchases. Its creation together with its customer is among what is about the customer.',
    query: { orderBy: { id: 'desc' } },
  }),
);
