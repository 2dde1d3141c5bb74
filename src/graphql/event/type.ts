import type { EventKind } from '../../domain/event.ts';
import { visibleKinds } from '../../operations/event-kinds.ts';
import { hasKind } from '../../store/events.ts';
import { Account } from '../account/type.ts';
import { requires } from '../admission/scopes.ts';
import { AuditEntry } from '../audit/type.ts';
import { BillableItem } from '../billable-item/type.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { Customer } from '../customer/type.ts';
import { Job } from '../job/type.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { seek } from '../list.ts';
import { PricePlan, PricePlanVersion } from '../price-plan/type.ts';
import { Proposal } from '../proposal/type.ts';
import { Purchase } from '../purchase/type.ts';
import { TimelineRevision } from '../schedule/timeline-revision.ts';
import { EventKindEnum } from './kinds.ts';

export const Event = builder.drizzleNode('auditEntries', {
  variant: 'Event',
  description:
    'An accepted change, as what it did. Objects are read as they are now: an event does not contain their earlier state. A caller sees the kinds that its scopes cover, and no event without such a kind.',
  ...requires('events:read'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  // Read with every event: a selection of the field `timelineRevision` itself would have its nested fields read by another statement.
  select: { columns: { id: true, timelineRevision: true } },
  fields: (t) => ({
    eventId: t.exposeString('id', {
      description: 'The generated id: that of the audit entry, and the `webhook-id` of its deliveries. Use it to recognize a repeat.',
    }),
    kinds: t.field({
      type: [EventKindEnum],
      computedFrom: COMPUTED_FROM.row,
      description: 'What the change did: the kinds that the scopes of the caller cover.',
      select: { columns: { kinds: true } },
      resolve: ({ kinds }, _args, { actor }) => {
        const all: readonly EventKind[] = JSON.parse(kinds);
        const visible = visibleKinds(actor.scopes);
        return all.filter((kind) => visible?.includes(kind) ?? true);
      },
    }),
    occurredAt: t.expose('at', {
      type: 'DateTime',
      description:
        'When the request of the change began. Events are ordered by when changes were written, so that a later event can have an earlier time.',
    }),
    entry: t.variant(AuditEntry, { description: 'The audit entry of the change, with its actor and its values before and after.' }),
    timelineRevision: t.variant(TimelineRevision, {
      computedFrom: COMPUTED_FROM.row,
      isNull: ({ timelineRevision }) => timelineRevision === null,
      description: 'The change of the active timeline, with every difference. `null`: the timeline did not change.',
    }),
    customer: t.relation('customer', {
      type: Customer,
      nullable: true,
      description: 'The customer. `null`: the change is not of a customer.',
    }),
    account: t.relation('account', {
      type: Account,
      nullable: true,
      description: 'The account. `null`: the change is not about an account.',
    }),
    proposal: t.relation('proposal', { type: Proposal, nullable: true, description: 'The proposal. `null`: the change is not about one.' }),
    purchase: t.relation('purchase', { type: Purchase, nullable: true, description: 'The purchase. `null`: the change is not about one.' }),
    pricePlan: t.relation('plan', { type: PricePlan, nullable: true, description: 'The price plan. `null`: the change is not of a plan.' }),
    pricePlanVersion: t.relation('planVersion', {
      type: PricePlanVersion,
      nullable: true,
      description: 'The version of the price plan. `null`: the change is not about a version, or the version was discarded.',
    }),
    job: t.relation('job', { type: Job, nullable: true, description: 'The migration. `null`: the change is not about a migration.' }),
    billableItem: t.relation('billable', {
      type: BillableItem,
      nullable: true,
      description: 'The add-on, feature or usage meter. `null`: the change is not of one.',
    }),
  }),
});

export const EventConnection = connectionOf('Event', Event);

builder.drizzleObjectField(Account, 'events', (t) =>
  t.relatedConnection(
    'events',
    {
      type: Event,
      totalCount: true,
      description: 'Events about the account, in the order in which the changes were written, oldest first.',
      query: (page, { actor }) => ({
        where: { AND: [hasKind(visibleKinds(actor.scopes)), seek(page, 'seq')] },
        orderBy: { seq: 'asc' },
      }),
    },
    EventConnection,
  ),
);
