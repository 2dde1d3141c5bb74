import { today } from '../clock.ts';
import { addMonths } from '../day.ts';
import { periodText } from '../format.ts';
import { SelectField } from '../part/field.tsx';
import { type Span, shiftedSpan, spanAround, ZOOMS, type Zoom } from './span.ts';

interface SpanControlsProps {
  readonly span: Span;
  readonly zoom: Zoom;
  readonly onSpan: (span: Span) => void;
  readonly onZoom: (zoom: Zoom) => void;
}

const CHOICES = ZOOMS.map((months) => ({
  value: String(months),
  label: months < 12 ? `${months} month${months === 1 ? '' : 's'}` : `${months / 12} year${months === 12 ? '' : 's'}`,
}));

/** Chooses which days a timeline shows. */
export function SpanControls({ span, zoom, onSpan, onZoom }: SpanControlsProps) {
  const choose = (value: string): void => {
    const next = ZOOMS.find((months) => String(months) === value) ?? 12;
    onZoom(next);
    // What was in the middle stays there.
    const middle = addMonths(span.from, Math.floor(zoom / 2));
    const from = addMonths(middle, -Math.floor(next / 2));
    onSpan({ from, until: addMonths(from, next) });
  };
  return (
    <div class="row">
      <SelectField label="Zoom" value={String(zoom)} onInput={choose} choices={CHOICES} />
      <button type="button" onClick={() => onSpan(shiftedSpan(span, zoom, -1))}>
        Earlier
      </button>
      <button type="button" onClick={() => onSpan(spanAround(today(), zoom))}>
        Today
      </button>
      <button type="button" onClick={() => onSpan(shiftedSpan(span, zoom, 1))}>
        Later
      </button>
      <span role="status">{periodText({ startDate: span.from, endDate: span.until })}</span>
    </div>
  );
}
