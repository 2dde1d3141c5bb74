import type { Arena } from './arena.ts';
import { median, type Runner } from './runner.ts';

export interface Effort {
  /** How often each has its turn. */
  readonly rounds: number;
  /** Milliseconds of a turn. */
  readonly duration: number;
}

/** What the turns of a contestant came to. */
export interface Standing {
  readonly runner: Runner;
  readonly typical: number;
  /** The median of each turn's ratio to the floor's turn of the same round. */
  readonly toFloor: number;
}

/** Measures each in turns, so that whatever else the machine does meets all. */
export async function inTurns({ all, floor }: Arena, rounds: number, measure: (runner: Runner) => Promise<number>): Promise<Standing[]> {
  const figures = new Map<Runner, number[]>(all.map((runner) => [runner, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [runner, own] of figures) own.push(await measure(runner));
  }
  const least = figures.get(floor) ?? [];
  return all.map((runner) => {
    const own = figures.get(runner) ?? [];
    return { runner, typical: median(own), toFloor: median(own.map((figure, round) => figure / (least[round] ?? Number.NaN))) };
  });
}

/** The product's among the standings of all. */
export function standingOf<Each extends Standing>({ product }: Arena, standings: readonly Each[]): Each {
  const own = standings.find(({ runner }) => runner === product);
  if (!own) throw new Error('the product had no turn');
  return own;
}
