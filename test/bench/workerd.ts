import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';

/** Milliseconds in one of the ticks that Linux counts CPU time in. */
const TICK = 10;

/** Of `wrangler.toml`. */
export const COMPATIBILITY_DATE = '2026-10-01';

interface Surroundings {
  /** Where D1 keeps its files, as wrangler persists them; nobody else may have them open. Absent: the Worker needs none. */
  readonly state?: string;
  readonly flags?: readonly string[];
  /** Whether the heap of the Worker can be measured. Defaults to false, because the inspector takes time. */
  readonly inspected?: boolean;
  /** The code of Workers that this one starts, by name. */
  readonly loads?: Readonly<Record<string, string>>;
}

/** A bundle that runs in a workerd process of its own, on a local D1, reached without a proxy. */
export class Workerd {
  readonly url: string;
  readonly #pid: number;
  readonly #miniflare: Miniflare;

  private constructor(url: string, pid: number, miniflare: Miniflare) {
    this.url = url;
    this.#pid = pid;
    this.#miniflare = miniflare;
  }

  static async start(script: string, { state, flags = [], inspected = false, loads = {} }: Surroundings): Promise<Workerd> {
    const before = new Set(await children());
    const miniflare = new Miniflare(
      convertV4MiniflareOptions({
        modules: [{ type: 'ESModule', path: 'worker.js', contents: await readFile(script, 'utf8') }],
        compatibilityDate: COMPATIBILITY_DATE,
        compatibilityFlags: [...flags],
        bindings: { ...loads },
        workerLoaders: { LOADER: {} },
        d1Databases: { DB: '00000000-0000-0000-0000-000000000000' },
        ...(state !== undefined && { resourcePersistencePath: `${state}/v3` }),
        unsafeDirectSockets: [{}],
        ...(inspected && { inspectorPort: 0 }),
        // What a contestant logs is its own to format, and nobody's here to read.
        handleStructuredLogs: () => undefined,
      }),
    );
    const url = await miniflare.unsafeGetDirectURL();
    const [pid] = (await children()).filter((child) => !before.has(child));
    if (pid === undefined) throw new Error('workerd is not among the children of this process');
    return new Workerd(url.origin, pid, miniflare);
  }

  /** CPU time that the process has used so far, its threads together, in user and system mode; in milliseconds, D1's own work included. */
  async cpu(): Promise<number> {
    const fields = await statOf(this.#pid);
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  }

  /** Bytes of the Worker's heap that are in use, after a collection of garbage. Only for one that is `inspected`. */
  async heap(): Promise<number> {
    const inspector = await this.#miniflare.getInspectorURL();
    const targets = (await (await fetch(new URL('/json', `http://${inspector.host}`))).json()) as {
      readonly webSocketDebuggerUrl: string;
    }[];
    const target = targets.find(({ webSocketDebuggerUrl }) => webSocketDebuggerUrl.includes('core:user:'));
    if (!target) throw new Error('the inspector has no Worker of ours');
    const socket = new WebSocket(target.webSocketDebuggerUrl);
    await once(socket, 'open');
    try {
      // A snapshot collects first. workerd never answers `HeapProfiler.collectGarbage`, which V8 leaves to a task of its embedder.
      await call(socket, 'HeapProfiler.takeHeapSnapshot');
      const { usedSize } = (await call(socket, 'Runtime.getHeapUsage')) as { readonly usedSize: number };
      return usedSize;
    } finally {
      socket.close();
    }
  }

  stop(): Promise<void> {
    return this.#miniflare.dispose();
  }
}

/** Calls a method of the inspector. Listens before it asks, because several messages may arrive at once. */
function call(socket: WebSocket, method: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`the inspector does not answer ${method}`)), 60_000);
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const answer = JSON.parse(data);
      if (answer.id !== method.length) return;
      clearTimeout(limit);
      resolve(answer.result);
    });
    socket.send(JSON.stringify({ id: method.length, method }));
  });
}

/** The processes that this one has started. */
async function children(): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(pids.map(async (pid) => [pid, Number((await statOf(pid))[1])] as const));
  return parents.filter(([, parent]) => parent === process.pid).map(([pid]) => pid);
}

/** The fields of a process after its name, which may hold anything; none when it is gone. */
async function statOf(pid: number): Promise<string[]> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
