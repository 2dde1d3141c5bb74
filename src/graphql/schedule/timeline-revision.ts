import { scheduleChanges } from '../../domain/schedule/changes.ts';
import { toSchedules } from '../../store/schedules.ts';
import { Account } from '../account/type.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { ScheduleChangeType, selectedAfter, selectedBefore } from './changes.ts';

/** The audit entries that changed an active timeline, as timeline revisions. */
export const TimelineRevision = builder.drizzleNode('auditEntries', {
  variant: 'TimelineRevision',
  description: 'A recorded change of an active timeline: when, by whom, and what it changed.',
  ...requires('schedules:read'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    revision: t.int({
      description: 'Timeline revision after the change, from 1.',
      select: { columns: { timelineRevision: true } },
      resolve: ({ timelineRevision }) => timelineRevision ?? 0,
    }),
    recordedAt: t.field({
      type: 'DateTime',
      description:
        'When the change was recorded: later than any earlier revision. Give it as `asOf` to read the timeline of this revision.',
      select: { columns: { timelineRecordedAt: true } },
      resolve: ({ timelineRecordedAt }) => timelineRecordedAt ?? 0,
    }),
    actor: t.exposeString('actor', { description: 'Who made the change: the id of an API token, or `system` for scheduled work.' }),
    operation: t.exposeString('operation', { description: 'Name of the mutation that made the change.' }),
    changes: t.field({
      type: [ScheduleChangeType],
      computedFrom: COMPUTED_FROM.cards,
      reading: 'RECORDED',
      description: 'Differences from the previous revision, in order of their days.',
      select: (_args, _context, nested) => ({ with: { recorded: selectedAfter(nested), superseded: selectedBefore(nested) } }),
      // A schedule that did not change has no row in either list, so the lists are enough to find the differences.
      resolve: ({ superseded, recorded }) => [...scheduleChanges(toSchedules(superseded), toSchedules(recorded))],
    }),
  }),
});

const TimelineRevisionConnection = connectionOf('TimelineRevision', TimelineRevision);

builder.drizzleObjectField(Account, 'timelineRevisions', (t) =>
  t.relatedConnection(
    'timelineRevisions',
    {
      type: TimelineRevision,
      totalCount: true,
      description: 'Recorded changes of the active timeline, newest first.',
      query: { orderBy: { timelineRevision: 'desc', id: 'desc' } },
    },
    TimelineRevisionConnection,
  ),
);
