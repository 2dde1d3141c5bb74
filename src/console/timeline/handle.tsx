import { useState } from 'preact/hooks';
import { addDays, addMonths, daysBetween } from '../day.ts';
import { dayText } from '../format.ts';
import { type Bar, barName } from './lane.ts';
import { dayAt, type Span, scaleOf } from './span.ts';

interface HandleProps {
  readonly bar: Bar;
  readonly edge: 'start' | 'end';
  readonly span: Span;
  readonly width: number;
  readonly onMove: (bar: Bar, edge: 'start' | 'end', day: string) => void;
  readonly onDetail: (text: string) => void;
}

/** Pixels of what can be seized. */
const GRIP = 12;

/** An end of a schedule that can be moved: dragged, or by the arrow keys a day and by the page keys a month. Enter moves it, Escape does not. */
export function Handle({ bar, edge, span, width, onMove, onDetail }: HandleProps) {
  const original = edge === 'start' ? bar.startDate : bar.endDate;
  const [day, setDay] = useState<string | null>(null);
  const current = day ?? original;
  if (original <= span.from || original >= span.until) return null;
  const x = scaleOf(span, width)(current);
  const word = edge === 'start' ? 'First day' : 'End';

  const show = (next: string): void => {
    // A schedule has at least a day.
    const least = addDays(bar.startDate, 1);
    const most = addDays(bar.endDate, -1);
    const bounded = edge === 'start' ? (next < most ? next : most) : next > least ? next : least;
    setDay(bounded);
    onDetail(`${word} of ${barName(bar)}: ${dayText(bounded)}. Enter moves it there, Escape leaves it.`);
  };
  const move = (): void => {
    setDay(null);
    if (current !== original) onMove(bar, edge, current);
  };
  const cancel = (): void => {
    setDay(null);
    onDetail('');
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => show(addDays(current, 1)),
    ArrowLeft: () => show(addDays(current, -1)),
    PageUp: () => show(addMonths(current, 1)),
    PageDown: () => show(addMonths(current, -1)),
    Enter: move,
    Escape: cancel,
  };
  const press = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const drag = (event: PointerEvent & { readonly currentTarget: SVGGElement }): void => {
    const picture = event.currentTarget.ownerSVGElement;
    if (picture && event.currentTarget.hasPointerCapture(event.pointerId)) {
      show(dayAt(span, width, event.clientX - picture.getBoundingClientRect().left));
    }
  };
  return (
    <g
      class="handle"
      role="slider"
      tabIndex={0}
      aria-label={`${word} of ${barName(bar)}, ${dayText(original)}`}
      aria-valuemin={0}
      aria-valuemax={daysBetween(span.from, span.until)}
      aria-valuenow={daysBetween(span.from, current)}
      aria-valuetext={dayText(current)}
      onKeyDown={press}
      onBlur={() => setDay(null)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onPointerUp={move}
      onPointerCancel={cancel}
    >
      {/* Within its bar, so that the ends of neighbours do not cover each other. */}
      <rect class="grip" x={edge === 'start' ? x : x - GRIP} y="20" width={GRIP} height="40" />
      <line x1={x} x2={x} y1="22" y2="58" />
      <path d={edge === 'start' ? `M ${x + 4} 34 v 12` : `M ${x - 4} 34 v 12`} />
    </g>
  );
}
