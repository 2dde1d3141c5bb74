import { type AuditConditions, auditEntriesOnPage, auditEntriesWhere, examinesAuditLog } from '../../store/audit-entries.ts';
import type { Where } from '../../store/list.ts';
import { Account } from '../account/type.ts';
import { examines } from '../admission/price.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { DateTimeRange, placeOf, TextFilter, whereInput } from '../list.ts';

export const AuditEntry = builder.drizzleNode('auditEntries', {
  name: 'AuditEntry',
  description: 'An accepted change: who made it, when, and what it changed. It is written together with the change and never altered.',
  ...requires('audit:read'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    auditEntryId: t.exposeString('id', { description: 'The generated id.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When the change was made.' }),
    actor: t.exposeString('actor', {
      description:
        'Who made the change: the `apiTokenId` of an API token, the `tokenIssuerId` or the `staffIssuerId` of the issuer of a token, or `system` for scheduled work.',
    }),
    delegate: t.exposeString('delegate', {
      nullable: true,
      description:
        'Who acted by a token of the `actor`: the `delegateTokenId` of a delegate, or the subject (`sub`) that an issuer named, which is a person for a staff issuer. `null`: the actor itself.',
    }),
    operation: t.exposeString('operation', { description: 'Name of the mutation or of the scheduled work.' }),
    requestId: t.exposeString('requestId', { description: 'Request that made the change: the `x-request-id` of its answer.' }),
    subject: t.exposeString('subjectId', {
      nullable: true,
      description: 'Generated id of the entity that the change is about, such as an account or a price plan. `null`: no single entity.',
    }),
    entities: t.stringList({
      description: 'Generated ids of everything that the change created, changed or removed.',
      select: { columns: { entities: true } },
      resolve: ({ entities }) => [...entities],
    }),
    before: t.expose('before', {
      type: 'JSON',
      nullable: true,
      description:
        'Changed and removed fields, with their values before the change and the ids that they belong to; for a timeline, the schedules that were removed or changed. `null`: there was nothing. Older entries may contain the complete state. The shape depends on the operation and may grow: do not parse it.',
    }),
    after: t.expose('after', {
      type: 'JSON',
      nullable: true,
      description:
        'Changed and added fields, with their values after the change. `null`: nothing is left. `before` and `after` together have a maximum of 1,000,000 bytes as JSON. They never contain a secret.',
    }),
  }),
});

const AuditEntryConnection = connectionOf('AuditEntry', AuditEntry);

const AuditLogWhere = whereInput<AuditConditions>('AuditLogWhere', 'changes', (t) => ({
  operation: t.field({ type: TextFilter, description: 'Filters by the name of the mutation, such as `finalizePricePlan`.' }),
  actor: t.field({ type: TextFilter, description: 'Filters by actor: an `apiTokenId`, a `tokenIssuerId`, a `staffIssuerId` or `system`.' }),
  delegate: t.field({
    type: TextFilter,
    description: 'Filters by who acted by a token of the actor: a `delegateTokenId`, or the subject (`sub`) of a person.',
  }),
  subject: t.field({
    type: TextFilter,
    description: 'Filters by the entity that the change is about, by its generated id, such as `togaiAccountId` or `pricePlanId`.',
  }),
  at: t.field({ type: DateTimeRange, description: 'Filters by the time of the change.' }),
}));

builder.queryField('auditLog', (t) =>
  t.countedConnection(
    {
      type: AuditEntry,
      ...examines<{ readonly where?: Where<AuditConditions> | null }>(({ where }) => examinesAuditLog(where)),
      description: 'Returns the accepted changes of the organization, newest first.',
      args: { where: t.arg({ type: AuditLogWhere, description: 'Filters the list. Omit to return everything.' }) },
      totalCount: (_root, args, { store }) => store.count('auditEntries', auditEntriesWhere(args.where)),
      resolve: (query, _root, args, { store }) => {
        const where = auditEntriesOnPage(args.where, store, placeOf(args));
        return store.db.query.auditEntries.findMany(query({ columns: { id: true }, where, orderBy: { id: 'desc' } }));
      },
    },
    AuditEntryConnection,
  ),
);

builder.drizzleObjectField(Account, 'activity', (t) =>
  t.relatedConnection(
    'activity',
    {
      type: AuditEntry,
      totalCount: true,
      description:
        "Accepted changes of the account, newest first: its details, timeline, draft, proposals and purchases. An account created together with its customer appears under the customer's changes.",
      query: { orderBy: { id: 'desc' } },
    },
    AuditEntryConnection,
  ),
);
