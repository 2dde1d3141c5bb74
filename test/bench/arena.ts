import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import { customAlphabet } from 'nanoid';
import { now } from '../../scripts/clock.ts';
import { withDatabase } from '../../scripts/local-d1.ts';
import { growDatabase, migrate } from '../../scripts/local-database.ts';
import { seed } from '../../scripts/sample/seed.ts';
import { Story } from '../../scripts/sample/story.ts';
import { ID_ALPHABET } from '../../src/domain/id.ts';
import { bundle, installPeers } from './bundle.ts';
import { type Caller, type Contestant, floor, formerFloor, peers, product } from './contestants.ts';
import type { Document } from './questions.ts';
import { Runner } from './runner.ts';
import { telecom } from './telecom.ts';
import { Workerd } from './workerd.ts';

const random = customAlphabet(ID_ALPHABET);

/** Where the contestants meet, and who they are. */
export interface Arena {
  /** A directory for bundles and data, gone when the arena is. */
  readonly home: string;
  /** The data that each was given a copy of. */
  readonly state: string;
  readonly caller: Caller;
  readonly floor: Runner;
  readonly product: Runner<Document>;
  /** The floor, the product, the former floor, and the peers. */
  readonly all: readonly Runner[];
}

/** Prepares data of so many accounts, and the contestants, for the length of `work`. Leaves nothing behind but the peers' packages. */
export async function withArena(accounts: number, work: (arena: Arena) => Promise<void>): Promise<void> {
  await installPeers();
  const home = await mkdtemp(`${tmpdir()}/billing-catalogue-bench-`);
  const state = `${home}/state`;
  const running: Workerd[] = [];
  try {
    const caller = await prepare(state);
    await growDatabase(state, accounts);
    const start = async <Q extends Document>(contestant: Contestant<Q>): Promise<Runner<Q>> => {
      const own = `${home}/${basename(contestant.main, '.ts')}-state`;
      await cp(state, own, { recursive: true });
      const workerd = await Workerd.start(await bundle(contestant, home), { state: own, flags: contestant.flags });
      running.push(workerd);
      return new Runner(contestant, workerd, caller);
    };
    const own = { floor: await start(floor), product: await start(product) };
    const others: Runner[] = [];
    for (const peer of [formerFloor, ...peers]) others.push(await start(peer));
    await work({ home, state, caller, ...own, all: [own.floor, own.product, ...others] });
  } finally {
    for (const workerd of running) await workerd.stop();
    await rm(home, { recursive: true, force: true });
  }
}

/** The sample organizations, and a third that is asked. */
async function prepare(state: string): Promise<Caller> {
  await migrate(state);
  const began = now();
  return withDatabase(state, async (d1) => {
    await seed(d1, began, random);
    return telecom(await Story.begin(d1, { name: 'Meridian Telecom', baseCurrency: 'EUR', now: began, random }));
  });
}
