import { readFile } from 'node:fs/promises';
import { bundleWorker, gzippedSize, MAX_SIZE } from '../../scripts/worker-bundle.ts';
import type { Arena } from './arena.ts';
import { bundle } from './bundle.ts';
import { atMost, type Finding, printTable } from './finding.ts';
import { partsOf } from './parts.ts';
import { headline } from './questions.ts';
import { median } from './runner.ts';
import { COMPATIBILITY_DATE, Workerd } from './workerd.ts';

const EMPTY = 'export default { fetch: () => new Response("ok") };';

/** Parts that are told by name. */
const LARGEST = 30;

/** The size of what is deployed, and what a fresh isolate of it takes until its first answer, beyond one of an empty Worker. */
export async function start({ home, caller }: Arena, starts: number): Promise<Finding[]> {
  const deployed = await bundleWorker('src/worker.ts');
  const withoutRest = await bundleWorker('src/worker.ts', { substitutes: { 'src/http/rest.ts': 'src/substitutes/rest.ts' } });
  printParts(deployed);
  const { code: product } = await bundleWorker('test/bench/cold.ts');
  const { code: eager } = await bundleWorker('test/bench/cold.ts', { substitutes: { 'src/engine/pothos/lazy.ts': 'test/bench/eager.ts' } });
  const contestants = { empty: EMPTY, floor: await readFile(`${home}/floor/floor.js`, 'utf8'), eager, product };
  const query = {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${caller.token}` },
    body: JSON.stringify({ query: headline.query, variables: headline.variables }),
  };
  const loader = await bundle({ main: 'loader.ts', flags: [] }, home);
  const loaders: Loader[] = [];
  try {
    const begin = async (code: string, path: string, init?: RequestInit): Promise<Loader> => {
      const started = await Loader.start(loader, code, path, init);
      loaders.push(started);
      return started;
    };
    const evaluated = {
      empty: await begin(contestants.empty, '/health'),
      floor: await begin(contestants.floor, '/health'),
      eager: await begin(contestants.eager, '/health'),
      product: await begin(contestants.product, '/health'),
    };
    const answered = { eager: await begin(eager, '/graphql', query), product: await begin(product, '/graphql', query) };
    for (let turn = 0; turn < starts; turn++) for (const each of loaders) await each.next();
    const idle = evaluated.empty.typical();
    const beyondIdle = (each: Loader) => ({ cpu: each.typical().cpu - idle.cpu, wall: each.typical().wall - idle.wall });
    const row = (name: string, each: Loader) => [name, beyondIdle(each).cpu.toFixed(0), beyondIdle(each).wall.toFixed(0)];
    console.log(`A fresh isolate until its first answer, beyond an empty Worker's: ${starts} of each, in turns`);
    printTable([
      ['', 'ms of CPU', 'ms'],
      row('/health of the floor: Hono, one SQL by hand', evaluated.floor),
      row('/health of this API, with every type built at once', evaluated.eager),
      row('/health of this API', evaluated.product),
      row('headline query of this API, with every type built at once, from an empty database', answered.eager),
      row('headline query of this API, from an empty database', answered.product),
    ]);
    const ratio = (of: { readonly product: Loader; readonly eager: Loader }) => beyondIdle(of.product).cpu / beyondIdle(of.eager).cpu;
    return [
      atMost('bundle, gzipped', gzippedSize(deployed.code) / 1024, MAX_SIZE, ' KiB'),
      atMost('of it, the REST mirror', (gzippedSize(deployed.code) - gzippedSize(withoutRest.code)) / 1024, 25, ' KiB'),
      atMost('module evaluation in a fresh isolate: CPU, to one with every type built at once', ratio(evaluated), 0.5),
      atMost('first GraphQL answer of a fresh isolate: CPU, to one with every type built at once', ratio(answered), 0.65),
    ];
  } finally {
    for (const each of loaders) await each.stop();
  }
}

function printParts(deployed: Parameters<typeof partsOf>[0]): void {
  const parts = partsOf(deployed);
  const rest = parts.slice(LARGEST);
  const sum = (of: 'size' | 'gzipped') => rest.reduce((total, part) => total + part[of], 0);
  const all = [...parts.slice(0, LARGEST), { name: `${rest.length} more`, size: sum('size'), gzipped: sum('gzipped') }];
  console.log('Parts of the bundle, KiB');
  printTable([['', 'minified', 'gzipped'], ...all.map(({ name, size, gzipped }) => [name, size.toFixed(1), gzipped.toFixed(1)])]);
}

/** Starts one Worker again and again, each time in an isolate that did not exist before. */
class Loader {
  readonly #workerd: Workerd;
  readonly #path: string;
  readonly #init: RequestInit;
  readonly #times: { readonly cpu: number; readonly wall: number }[] = [];

  private constructor(workerd: Workerd, path: string, init: RequestInit) {
    this.#workerd = workerd;
    this.#path = path;
    this.#init = init;
  }

  static async start(loader: string, code: string, path: string, init: RequestInit = {}): Promise<Loader> {
    const started = new Loader(await Workerd.start(loader, { loads: { code, date: COMPATIBILITY_DATE } }), path, init);
    // The first pays for what the process does only once.
    await started.next();
    started.#times.length = 0;
    return started;
  }

  /** One more isolate, until its answer. */
  async next(): Promise<void> {
    const before = await this.#workerd.cpu();
    const began = performance.now();
    const response = await fetch(`${this.#workerd.url}${this.#path}`, this.#init);
    const text = await response.text();
    // The floor has no /health, and answers so.
    if (response.status >= 500 || text.includes('"errors"')) throw new Error(`${this.#path} answers ${response.status}: ${text}`);
    const wall = performance.now() - began;
    this.#times.push({ wall, cpu: (await this.#workerd.cpu()) - before });
  }

  /** The mean of CPU, which is counted in ticks as long as an isolate's start, and the median of what passed, in milliseconds. */
  typical() {
    const cpu = this.#times.reduce((sum, each) => sum + each.cpu, 0) / this.#times.length;
    return { cpu, wall: median(this.#times.map(({ wall }) => wall)) };
  }

  stop(): Promise<void> {
    return this.#workerd.stop();
  }
}
