import { dayText, periodText } from '../format.ts';
import { type Bar, type Cycle, KIND_MARKS } from './lane.ts';

/** Returns a bar in words: "Team v3, from 1 Nov 2026, with overrides. Added." */
export function barText({ kind, schedule, startDate, endDate }: Bar): string {
  const period = periodText({ startDate, endDate });
  if (schedule === null) return `Gap: no plan, ${period}.`;
  const { name, version } = schedule.pricePlanVersion;
  const word = kind === 'active' ? '' : ` ${KIND_MARKS[kind][1]}.`;
  return `${name} v${version}, ${period}${schedule.isOverridden ? ', with overrides' : ''}.${word}`;
}

/** Returns a cycle in words: "Team v3: cycle 1–30 Nov 2026, due 15 Dec 2026." */
export function cycleText({ schedule }: Bar, { start, end, dueOn }: Cycle): string {
  const name = schedule ? `${schedule.pricePlanVersion.name} v${schedule.pricePlanVersion.version}: ` : '';
  return `${name}cycle ${periodText({ startDate: start, endDate: end })}, due ${dayText(dueOn)}.`;
}
