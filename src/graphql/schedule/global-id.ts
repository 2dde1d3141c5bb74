import { encodeGlobalID } from '@pothos/plugin-relay';
import { isId } from '../../domain/id.ts';
import type { NodeKind } from '../node-kind.ts';
import type { Reading } from '../reading.ts';

/** A selection of the columns that the global id of a schedule is made of. */
export const SCHEDULE_KEY = { columns: { id: true, scheduleId: true, draftId: true, supersededAt: true } } as const;

interface ScheduleKey {
  readonly id: string;
  readonly scheduleId: string;
  readonly draftId: string | null;
  readonly supersededAt: number | null;
}

/**
 * Returns the global id of a schedule. Each kind names one content at a time, so that a client's cache never mixes two:
 * `Schedule:<scheduleId>` what is true now, `DraftSchedule:<draft>:<scheduleId>` the same in a draft, `ScheduleRow:<row>` a recorded state.
 */
export function scheduleGlobalId({ id, scheduleId, draftId, supersededAt }: ScheduleKey, reading: Reading): string {
  if (draftId !== null) return encodeGlobalID('DraftSchedule', `${draftId}:${scheduleId}`);
  return reading === 'RECORDED' || supersededAt !== null ? encodeGlobalID('ScheduleRow', id) : encodeGlobalID('Schedule', scheduleId);
}

const AS_SCHEDULE = { typename: 'Schedule', table: 'schedules' } as const;

export const SCHEDULE_KINDS = {
  Schedule: {
    ...AS_SCHEDULE,
    columns: { scheduleId: true },
    where: (keys) => ({ scheduleId: { in: [...keys] }, draftId: { isNull: true }, supersededAt: { isNull: true } }),
    keyOf: ({ scheduleId }) => `${scheduleId}`,
    reading: 'CURRENT',
  },
  ScheduleRow: {
    ...AS_SCHEDULE,
    columns: { id: true },
    where: (keys) => ({ id: { in: [...keys] } }),
    keyOf: ({ id }) => `${id}`,
    reading: 'RECORDED',
  },
  DraftSchedule: {
    ...AS_SCHEDULE,
    columns: { scheduleId: true, draftId: true },
    // Every pair of the two lists that exists: a draft has the schedules of one account alone, so that others cannot match.
    where: (keys) => {
      const pairs = keys.map((key) => key.split(':'));
      return {
        scheduleId: { in: pairs.map(([, scheduleId = '']) => scheduleId) },
        draftId: { in: pairs.map(([draftId = '']) => draftId) },
        supersededAt: { isNull: true },
      };
    },
    keyOf: ({ draftId, scheduleId }) => `${draftId}:${scheduleId}`,
    reading: 'CURRENT',
  },
} as const satisfies Readonly<Record<string, NodeKind>>;

/** Returns the kind of an id that begins with `Schedule:`. Ids that were issued before `ScheduleRow:` named the row in this way. */
export const scheduleKind = (key: string): keyof typeof SCHEDULE_KINDS => (isId('schv', key) ? 'ScheduleRow' : 'Schedule');
