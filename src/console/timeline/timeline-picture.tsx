import './timeline.css';
import { useRef, useState } from 'preact/hooks';
import { today } from '../clock.ts';
import { dayText, monthText } from '../format.ts';
import { useWidth } from '../part/use-width.ts';
import { Handle } from './handle.tsx';
import { type Bar, type Cycle, KIND_MARKS, TOO_MANY_CYCLES } from './lane.ts';
import { barText, cycleText } from './sentence.ts';
import { isWithin, type Span, scaleOf, ticksOf } from './span.ts';

/** A row of bars with its name. */
export interface Lane {
  readonly name: string;
  readonly bars: readonly Bar[];
  /** Whether the ends of its schedules can be moved. */
  readonly isEditable?: boolean;
}

interface TimelinePictureProps {
  readonly span: Span;
  readonly lanes: readonly Lane[];
  /** Called with a schedule that the reader chooses. */
  readonly onChoose: (bar: Bar) => void;
  /** Called when the reader has moved an end of a schedule to another day. */
  readonly onMove: (bar: Bar, edge: 'start' | 'end', day: string) => void;
}

const AXIS = 28;
const LANE = 72;
const BAR = 36;
/** Pixels of a month's name. */
const TICK = 64;
/** Pixels that a cycle must have to be drawn. */
const CYCLE = 5;

/** The lanes of a timeline as one SVG. What is pointed at or has the focus is told in words below it. */
export function TimelinePicture({ span, lanes, onChoose, onMove }: TimelinePictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLParagraphElement>(null);
  const width = useWidth(box);
  const [detail, setDetail] = useState('');
  const x = scaleOf(span, width);
  const height = AXIS + lanes.length * LANE;
  const now = today();
  return (
    <div ref={box} class="timeline-picture">
      <button type="button" class="skip" onClick={() => end.current?.focus()}>
        Skip the picture
      </button>
      {width > 0 && (
        <svg width={width} height={height} role="group" aria-label="Timeline">
          <defs>
            <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <line y2="8" class="hatch" />
            </pattern>
          </defs>
          {ticksOf(span, width / TICK).map((day) => (
            <g key={day} aria-hidden="true">
              <line class="tick" x1={x(day)} x2={x(day)} y1={AXIS} y2={height} />
              <text class="axis" x={x(day) + 3} y={AXIS - 10}>
                {monthText(day)}
              </text>
            </g>
          ))}
          {lanes.map(({ name, bars, isEditable }, i) => (
            <g key={name} role="group" aria-label={name} transform={`translate(0 ${AXIS + i * LANE})`}>
              <text class="axis" y="16" aria-hidden="true">
                {name}
              </text>
              {bars
                .filter((bar) => isWithin(span, bar))
                .map((bar) => (
                  <BarGroup key={bar.key} bar={bar} x={x} onChoose={onChoose} onDetail={setDetail} />
                ))}
              {isEditable &&
                bars
                  .filter((bar) => isWithin(span, bar) && bar.schedule)
                  .flatMap((bar) =>
                    (['start', 'end'] as const).map((edge) => (
                      <Handle
                        key={`${bar.key} ${edge}`}
                        bar={bar}
                        edge={edge}
                        span={span}
                        width={width}
                        onMove={onMove}
                        onDetail={setDetail}
                      />
                    )),
                  )}
            </g>
          ))}
          {now >= span.from && now < span.until && (
            <line class="today" x1={x(now)} x2={x(now)} y1={AXIS - 6} y2={height} aria-hidden="true" />
          )}
        </svg>
      )}
      <p role="status" class="detail" ref={end} tabIndex={-1}>
        {detail || `Today is ${dayText(now)}. Choose a schedule to read its cycles; the arrow keys go from cycle to cycle.`}
      </p>
    </div>
  );
}

interface BarGroupProps {
  readonly bar: Bar;
  readonly x: (day: string) => number;
  readonly onChoose: (bar: Bar) => void;
  readonly onDetail: (text: string) => void;
}

function BarGroup({ bar, x, onChoose, onDetail }: BarGroupProps) {
  const [left, right] = [x(bar.startDate), x(bar.endDate)];
  const [index, setIndex] = useState(-1);
  const cycles = bar.schedule?.cycles.filter(({ start, end }) => x(end) - x(start) >= CYCLE) ?? [];
  const step = (by: number): void => {
    if (bar.schedule?.hasTooManyCycles) onDetail(TOO_MANY_CYCLES);
    const next = Math.min(Math.max(index + by, 0), cycles.length - 1);
    const cycle = cycles[next];
    if (!cycle) return;
    setIndex(next);
    onDetail(cycleText(bar, cycle));
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
    Enter: () => onChoose(bar),
    ' ': () => onChoose(bar),
  };
  const press = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const [mark] = KIND_MARKS[bar.kind];
  return (
    <g
      class={`bar ${bar.kind}`}
      role="button"
      tabIndex={0}
      aria-label={barText(bar)}
      onKeyDown={press}
      onClick={() => onChoose(bar)}
      onFocus={() => onDetail(barText(bar))}
      onPointerEnter={() => onDetail(barText(bar))}
      onBlur={() => setIndex(-1)}
    >
      <rect class="body" x={left} y="22" width={Math.max(right - left, 2)} height={BAR} rx="3" />
      {bar.kind === 'gap' && <rect x={left} y="22" width={Math.max(right - left, 2)} height={BAR} fill="url(#hatch)" />}
      {cycles.map((cycle, i) => (
        <CycleMark key={cycle.start} cycle={cycle} x={x} isCurrent={i === index} onEnter={() => onDetail(cycleText(bar, cycle))} />
      ))}
      <svg x={left} y="22" width={Math.max(right - left, 2)} height={BAR} aria-hidden="true">
        <text class="name" x="6" y="16">
          {mark && `${mark} `}
          {bar.schedule ? `${bar.schedule.pricePlanVersion.name} v${bar.schedule.pricePlanVersion.version}` : 'Gap'}
          {bar.schedule?.isOverridden && ' ✎'}
        </text>
      </svg>
    </g>
  );
}

interface CycleMarkProps {
  readonly cycle: Cycle;
  readonly x: (day: string) => number;
  readonly isCurrent: boolean;
  readonly onEnter: () => void;
}

/** A cycle as a part of its bar, and its due day as a diamond below. */
function CycleMark({ cycle: { start, end, dueOn }, x, isCurrent, onEnter }: CycleMarkProps) {
  const due = x(dueOn);
  return (
    <g class={isCurrent ? 'cycle current' : 'cycle'} onPointerEnter={onEnter}>
      <rect x={x(start)} y="44" width={x(end) - x(start)} height="14" />
      <path d={`M ${due - 4} 64 l 4 -4 l 4 4 l -4 4 z`} />
    </g>
  );
}
