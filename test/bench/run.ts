import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Failure, main } from '../../scripts/wrangler.ts';
import { withArena } from './arena.ts';
import { conclude, type Finding } from './finding.ts';
import { speed } from './speed.ts';

/** `npm run bench`: what is claimed of this API's speed, measured beside the floor and the peers. `-- --quick` for a rough look. */
async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
  if (!existsSync('/proc/self/stat')) throw new Failure('The benchmark reads the CPU time of processes from /proc: run it on Linux.');
  const effort = values.quick ? { rounds: 3, duration: 500 } : { rounds: 7, duration: 1_500 };
  await withArena(2_000, async (arena) => {
    const findings: Finding[] = [...(await speed(arena, effort))];
    if (!conclude(findings)) process.exitCode = 1;
  });
}

await main(bench);
