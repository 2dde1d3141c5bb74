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
const ROW = 72;
/** Pixels that the number of a line needs. */
const NUMBER = 14;

/** Two bars on one scale: what a span costs before and after a change. Each part has the number of its line in the table. Credits run back beneath the others. */
export function StackedBars({ lines, totals }: StackedBarsProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const stacks = SIDES.map(([side]) => stackOf(lines.map((line) => Number(line[side].amount))));
  const least = Math.min(...stacks.map((stack) => stack.least));
  const extent = Math.max(...stacks.map(({ most }) => most)) - least || 1;
  const lengthOf = (amount: number): number => (amount / extent) * width;
  const x = (amount: number): number => lengthOf(amount - least);
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
                  x={x(start)}
                  y={isCredit ? 46 : 22}
                  width={Math.max(lengthOf(length), 1)}
                  height={isCredit ? 16 : 24}
                />
                {lengthOf(length) >= NUMBER && (
                  <text class="name" x={x(start) + 4} y={isCredit ? 58 : 39}>
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
