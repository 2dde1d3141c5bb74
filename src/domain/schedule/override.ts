import { notFound } from '../refusal.ts';
import { ok, type Result, refuse } from '../result.ts';
import { checkSize } from './edit.ts';
import {
  normalizeOverrides,
  type PlanVersions,
  type ScheduleContent,
  type ScheduleOverrides,
  type Schedules,
  sameContent,
  versionOf,
} from './schedule.ts';

/**
 * Returns the timeline after one schedule gets overrides (README, "Schedules"). Its id and period stay. An override that equals the plan
 * version's terms is removed, and one that equals the current override changes nothing. Refuses with NOT_FOUND a schedule that is not in
 * the timeline, and with LIMIT_EXCEEDED above 1,000,000 bytes.
 */
export function overrideSchedule(
  timeline: Schedules,
  scheduleId: string,
  overrides: Partial<ScheduleOverrides>,
  versions: PlanVersions,
): Result<Schedules> {
  const index = timeline.findIndex(({ content }) => content.scheduleId === scheduleId);
  const piece = timeline[index];
  if (!piece) return refuse(notFound('schedule', scheduleId, ['scheduleId']));
  const version = versionOf(piece.content, versions);
  const content: ScheduleContent = {
    ...piece.content,
    ...overrides,
    rateCardSetId: overrides.rateCardSetId ?? piece.content.rateCardSetId,
  };
  const normalized = normalizeOverrides(content, version);
  if (sameContent(piece.content, normalized)) return ok(timeline);
  return checkSize(timeline, timeline.with(index, { period: piece.period, content: normalized }));
}
