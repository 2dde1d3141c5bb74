import { getSchemaConfig, queryFromInfo } from '@pothos/plugin-drizzle';
import { visibleKinds } from '../../operations/event-kinds.ts';
import { hasKind } from '../../store/events.ts';
import { deliveredByWebhooks } from '../admission/request-errors.ts';
import { builder } from '../builder.ts';
import { Event } from '../event/type.ts';

/** The root of a payload: the event that is delivered. */
export interface DeliveredEvent {
  readonly eventId: string;
}

builder.subscriptionType({
  description:
    'What webhooks deliver. A request cannot run a subscription: give its document to `createWebhook`, and each event is sent to the address of the webhook.',
});

builder.subscriptionField('event', (t) =>
  t.field({
    type: Event,
    nullable: true,
    description: 'The event that is delivered. A payload always has it.',
    subscribe: () => {
      throw deliveredByWebhooks();
    },
    resolve: (root, _args, context, info) => {
      const { eventId } = root as DeliveredEvent;
      const where = { AND: [{ id: eventId }, hasKind(visibleKinds(context.actor.scopes))] };
      const columns = { id: true, timelineRevision: true } as const;
      const query = queryFromInfo({ config: getSchemaConfig(builder), context, info, typeName: 'Event', columns, where });
      return context.store.db.query.auditEntries.findFirst(query);
    },
  }),
);
