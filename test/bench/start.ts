import { readFile } from 'node:fs/promises';
import { bundleWorker, gzippedSize, MAX_SIZE } from '../../scripts/worker-bundle.ts';
import type { Arena } from './arena.ts';
import { bundle } from './bundle.ts';
import { atMost, type Finding, printTable } from './finding.ts';
import { median } from './runner.ts';
import { COMPATIBILITY_DATE, Workerd } from './workerd.ts';

const EMPTY = 'export default { fetch: () => new Response("ok") };';

/** The size of what is deployed, and what a fresh isolate of it takes until its first answer, beyond one of an empty Worker. */
export async function start({ home }: Arena, starts: number): Promise<Finding[]> {
  const floor = await readFile(`${home}/floor/floor.js`, 'utf8');
  const { code: product } = await bundleWorker('src/worker.ts');
  const { code: withoutRest } = await bundleWorker('src/worker.ts', { rest: false });
  const loader = await bundle({ main: 'loader.ts', flags: [] }, home);
  const loaders: Loader[] = [];
  try {
    for (const code of [EMPTY, floor, product]) loaders.push(await Loader.start(loader, code));
    for (let turn = 0; turn < starts; turn++) for (const each of loaders) await each.next();
    const [empty, ...others] = loaders.map((each) => each.typical());
    const rows = others.map(({ cpu, wall }) => ({ cpu: cpu - (empty?.cpu ?? 0), wall: wall - (empty?.wall ?? 0) }));
    const sizes = [floor, product].map((code) => gzippedSize(code) / 1024);
    console.log(`A fresh isolate until its first answer, beyond an empty Worker's: ${starts} of each, in turns`);
    printTable([
      ['', 'KiB gzipped', 'ms of CPU', 'ms'],
      ...['floor: Hono, one SQL by hand', 'this API'].map((name, i) => [
        name,
        sizes[i]?.toFixed(0) ?? '',
        rows[i]?.cpu.toFixed(0) ?? '',
        rows[i]?.wall.toFixed(0) ?? '',
      ]),
    ]);
    return [
      atMost('bundle, gzipped', sizes[1] ?? Number.NaN, MAX_SIZE, ' KiB'),
      atMost('of it, the REST mirror', (gzippedSize(product) - gzippedSize(withoutRest)) / 1024, 25, ' KiB'),
      atMost('module evaluation in a fresh isolate: CPU', rows[1]?.cpu ?? Number.NaN, 60, ' ms'),
    ];
  } finally {
    for (const each of loaders) await each.stop();
  }
}

/** Starts one Worker again and again, each time in an isolate that did not exist before. */
class Loader {
  readonly #workerd: Workerd;
  readonly #times: { readonly cpu: number; readonly wall: number }[] = [];

  private constructor(workerd: Workerd) {
    this.#workerd = workerd;
  }

  static async start(loader: string, code: string): Promise<Loader> {
    const started = new Loader(await Workerd.start(loader, { loads: { code, date: COMPATIBILITY_DATE } }));
    // The first pays for what the process does only once.
    await started.next();
    started.#times.length = 0;
    return started;
  }

  /** One more isolate, until an answer that needs neither database nor token. */
  async next(): Promise<void> {
    const before = await this.#workerd.cpu();
    const began = performance.now();
    await (await fetch(this.#workerd.url)).arrayBuffer();
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
