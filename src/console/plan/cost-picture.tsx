import './chart.css';
import { Fragment } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { compactText, moneyText, numberText } from '../format.ts';
import { useWidth } from '../part/use-width.ts';
import type { Point } from './cost-chart.tsx';
import { isStep, ticksTo } from './curve.ts';

interface CostPictureProps {
  readonly points: readonly Point[];
  /** The version that is shown, and the one that it is compared with if there is one. */
  readonly names: readonly string[];
  readonly item: string;
  /** Whether only whole quantities exist. */
  readonly isWhole: boolean;
}

const HEIGHT = 280;
const LEFT = 56;
const RIGHT = 16;
const TOP = 28;
const BOTTOM = 28;

/**
 * Costs over quantities as lines: whole for the version shown, dashed for the other. Whole quantities next to each other have a step between
 * them. Dots mark what was computed. A slider reads the costs at one quantity.
 */
export function CostPicture({ points, names, item, isWhole }: CostPictureProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  /** The point that is read. The last, until the reader chooses another. */
  const [chosen, setChosen] = useState(Number.MAX_SAFE_INTEGER);
  const index = Math.min(chosen, points.length - 1);
  const point = points[index];
  const most = Math.max(...points.map(({ quantity }) => Number(quantity)));
  const top = Math.max(...points.flatMap(({ from, to }) => [Number(from.amount), Number(to.amount)]), Number.MIN_VALUE);
  const x = (quantity: number): number => LEFT + (quantity / most) * Math.max(width - LEFT - RIGHT, 0);
  const y = (amount: number): number => HEIGHT - BOTTOM - (Math.max(amount, 0) / top) * (HEIGHT - TOP - BOTTOM);
  const lineOf = (side: 'from' | 'to'): Line => {
    const places = points.map((each) => ({ quantity: Number(each.quantity), top: y(Number(each[side].amount)).toFixed(1) }));
    const path = places.map(({ quantity, top }, i) => {
      const before = places[i - 1];
      const left = x(quantity).toFixed(1);
      if (!before) return `M${left} ${top}`;
      return isStep(isWhole, before.quantity, quantity) ? `V${top}H${left}` : `L${left} ${top}`;
    });
    return { path: path.join(''), places: places.map(({ quantity, top }) => ({ left: x(quantity).toFixed(1), top })) };
  };
  const lines = [lineOf('to'), lineOf('from')].slice(0, names.length);
  const texts = point ? pointTexts(point, names, item) : [];
  return (
    <div ref={box}>
      {width > 0 && (
        <svg
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={`Cost of a cycle by ${item}: ${names.join(' and ')}`}
          onPointerMove={(event) => setChosen(nearest(points, event.offsetX, x))}
        >
          {ticksTo(top).map((amount) => (
            <g key={amount}>
              <line class="tick" x1={LEFT} x2={width - RIGHT} y1={y(amount)} y2={y(amount)} />
              <text class="axis end" x={LEFT - 6} y={y(amount) + 4}>
                {compactText(amount)}
              </text>
            </g>
          ))}
          {ticksTo(most, isWhole).map((quantity) => (
            <text key={quantity} class="axis middle" x={x(quantity)} y={HEIGHT - 8}>
              {compactText(quantity)}
            </text>
          ))}
          {names.map((name, i) => (
            <g key={name} transform={`translate(${LEFT + i * 120} 12)`}>
              <line class={LINES[i]} x2="28" />
              <text class="axis" x="34" y="4">
                {name}
              </text>
            </g>
          ))}
          {point && <line class="cursor" x1={x(Number(point.quantity))} x2={x(Number(point.quantity))} y1={TOP} y2={HEIGHT - BOTTOM} />}
          {lines.map(({ path, places }, i) => (
            <g key={LINES[i]}>
              <path class={LINES[i]} d={path} />
              {places.map(({ left, top }, place) => (
                <circle key={place} class="dot" cx={left} cy={top} r="2" />
              ))}
            </g>
          ))}
        </svg>
      )}
      <div class="field slider">
        <label for={id}>Read the cost at</label>
        <input
          id={id}
          type="range"
          min={0}
          max={points.length - 1}
          value={index}
          aria-valuetext={texts.join(' ')}
          onInput={({ currentTarget }) => setChosen(currentTarget.valueAsNumber)}
        />
        <output for={id}>
          {texts.map((text, i) => (
            // The space is beside the amount, because a line breaks at none within it.
            <Fragment key={text}>
              <span class={i > 0 ? 'whole' : undefined}>{text}</span>{' '}
            </Fragment>
          ))}
        </output>
      </div>
    </div>
  );
}

const LINES = ['curve', 'curve other'];

interface Line {
  readonly path: string;
  readonly places: readonly { readonly left: string; readonly top: string }[];
}

/** Returns the quantity of a point, and then its amounts, which lines do not break. */
function pointTexts({ quantity, from, to, difference }: Point, [shown, other]: readonly string[], item: string): readonly string[] {
  const place = `${item}: ${numberText(quantity)}.`;
  const cost = `${shown}: ${moneyText(to)}`;
  if (other === undefined) return [place, cost];
  return [place, `${cost}.`, `${other}: ${moneyText(from)}.`, `Difference: ${moneyText(difference, { signed: true })}`];
}

/** Returns the index of the point whose quantity is drawn nearest to a place. */
function nearest(points: readonly Point[], place: number, x: (quantity: number) => number): number {
  const distances = points.map(({ quantity }) => Math.abs(x(Number(quantity)) - place));
  return distances.indexOf(Math.min(...distances));
}
