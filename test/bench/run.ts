import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Failure, main } from '../../scripts/main.ts';
import { type Arena, withArena } from './arena.ts';
import { conclude, type Finding } from './finding.ts';
import { latency } from './latency.ts';
import { memory } from './memory.ts';
import { money } from './money.ts';
import { sizes } from './sizes.ts';
import { speed } from './speed.ts';
import { start } from './start.ts';
import { writes } from './writes.ts';

const WHOLE = { rounds: 5, duration: 1_500, starts: 30, accounts: 200_000, requests: 60_000 };
const QUICK = { rounds: 3, duration: 500, starts: 8, accounts: 10_000, requests: 10_000 };

const CHAPTERS: Readonly<Record<string, (arena: Arena, effort: typeof WHOLE) => Promise<Finding[]>>> = {
  speed,
  latency,
  writes,
  money,
  sizes: (arena, { accounts }) => sizes(arena, accounts),
  start: (arena, { starts }) => start(arena, starts),
  memory: (arena, { requests }) => memory(arena, requests),
};

/**
 * `npm run bench`: what is claimed of this API's speed, measured beside the floor and the peers. `-- --quick` is a rough look,
 * `-- --only speed` one chapter. Fails where answers differ, or a claim that is a count does not hold; a speed is only told.
 */
async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } });
  if (!existsSync('/proc/self/stat')) throw new Failure('The benchmark reads the CPU time of processes from /proc: run it on Linux.');
  const names = values.only === undefined ? Object.keys(CHAPTERS) : values.only.split(',');
  const chapters = names.map((name) => {
    const chapter = CHAPTERS[name];
    if (!chapter) throw new Failure(`--only takes ${Object.keys(CHAPTERS).join(', ')}, not "${name}".`);
    return chapter;
  });
  await withArena(2_000, async (arena) => {
    const findings: Finding[] = [];
    for (const chapter of chapters) findings.push(...(await chapter(arena, values.quick ? QUICK : WHOLE)));
    if (!conclude(findings)) process.exitCode = 1;
  });
}

await main(bench);
