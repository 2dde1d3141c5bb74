import './money.css';
import { useRef } from 'preact/hooks';
import { type Amount, moneyText } from '../format.ts';
import { useWidth } from '../part/use-width.ts';
import type { MoneyLine } from './money-preview.tsx';
import { stackOf } from './stack.ts';

interface StackedBarsProps {
  readonly lines: readonly MoneyLine[];
  readonly totals: { readonly before: Amount; readonly after: Amount };
}

const SIDES = [
  ['before', 'Before'],
  ['after', 'After'],
] as const;
const ROW = 56;
/** Pixels that the number of a line needs. */
const NUMBER = 14;

/** Two bars on one scale: what a span costs before and after a change. Each part has the number of its line in the table. */
export function StackedBars({ lines, totals }: StackedBarsProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const stacks = SIDES.map(([side]) => stackOf(lines.map((line) => Number(line[side].amount))));
  const most = Math.max(1, ...stacks.map(({ length }) => length));
  const scale = (amount: number): number => (amount / most) * width;
  return (
    <div ref={box}>
      <svg width={width} height={ROW * SIDES.length} role="img" aria-label={labelOf(totals)}>
        {SIDES.map(([side, name], row) => (
          <g key={side} transform={`translate(0 ${row * ROW})`}>
            <text class="axis" y="16">
              {name} {moneyText(totals[side])}
            </text>
            {stacks[row]?.parts.map(({ index, start, length, isCredit }) => (
              <g key={index}>
                <title>{`${lines[index]?.label}: ${lines[index] && moneyText(lines[index][side])}`}</title>
                <rect
                  class={isCredit ? 'part credit' : `part tone${index % 4}`}
                  x={scale(start)}
                  y="22"
                  width={Math.max(scale(length), 1)}
                  height="24"
                />
                {scale(length) >= NUMBER && (
                  <text class="name" x={scale(start) + 4} y="39">
                    {isCredit ? '−' : ''}
                    {index + 1}
                  </text>
                )}
              </g>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

const labelOf = ({ before, after }: StackedBarsProps['totals']): string =>
  `Before ${moneyText(before)}, after ${moneyText(after)}. The table below has each part.`;
