import { dayText, FOREVER, lastDayText, periodText } from '../format.ts';
import { Table } from '../part/table.tsx';
import { barName, KIND_MARKS, TOO_MANY_CYCLES } from './lane.ts';
import { isWithin, type Span } from './span.ts';
import type { Lane } from './timeline-picture.tsx';

interface TimelineTablesProps {
  readonly lanes: readonly Lane[];
  readonly span: Span;
}

/** The same as the picture of a timeline: every bar of each lane, with its cycles. */
export function TimelineTables({ lanes, span }: TimelineTablesProps) {
  return lanes.map(({ name, bars }) => (
    <Table
      key={name}
      caption={name}
      rows={bars.filter((bar) => isWithin(span, bar))}
      keyOf={({ key }) => key}
      empty={`${name}: nothing in these days.`}
      columns={[
        { heading: 'Plan', cell: barName },
        { heading: 'First day', cell: ({ startDate }) => dayText(startDate) },
        { heading: 'Last day', cell: ({ endDate }) => (endDate === FOREVER ? 'None' : lastDayText(endDate)) },
        { heading: 'State', cell: ({ kind }) => KIND_MARKS[kind][1] },
        { heading: 'Overrides', cell: ({ schedule }) => (schedule?.isOverridden ? 'Yes' : 'No') },
        {
          heading: 'Cycles and due days',
          cell: ({ schedule }) =>
            (schedule?.hasTooManyCycles && TOO_MANY_CYCLES) ||
            schedule?.cycles.map(({ start, end, dueOn }) => (
              <div key={start}>
                {periodText({ startDate: start, endDate: end })}, due {dayText(dueOn)}
              </div>
            )),
        },
      ]}
    />
  ));
}
