import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';

export const ROOT = `${import.meta.dirname}/../..`;

interface Setting {
  readonly home?: string;
  readonly port?: number;
  /** Seconds between two runs of the scheduled work. */
  readonly tick?: number;
  /** Environment variables besides those of this process. */
  readonly env?: NodeJS.ProcessEnv;
  /** The checkout that it runs in. Defaults to this one. */
  readonly root?: string;
}

/** `npm run dev` with a database of its own, on a free port. */
export class DevServer {
  readonly home: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** Everything it has printed so far. */
  output = '';

  private constructor(home: string, port: number, { env, root = ROOT, tick = 60 }: Setting) {
    this.home = home;
    this.port = port;
    this.process = spawn(process.execPath, ['scripts/dev.ts', '--home', home, '--tick', String(tick)], {
      cwd: root,
      env: { ...process.env, ...env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk;
      });
    }
  }

  static async begin(setting: Setting = {}): Promise<DevServer> {
    return new DevServer(setting.home ?? (await newHome()), setting.port ?? (await freePort()), setting);
  }

  get url(): string {
    return `http://localhost:${this.port}/graphql`;
  }

  /** Waits until it has said that it is ready. */
  async ready(): Promise<this> {
    while (!this.output.includes('Ctrl-C')) {
      if (this.process.exitCode !== null) throw new Error(`it ended instead:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return this;
  }

  /** Waits for its end, and answers its exit code. */
  async ended(): Promise<number | null> {
    if (this.process.exitCode === null) await once(this.process, 'exit');
    return this.process.exitCode;
  }

  stop(): Promise<number | null> {
    this.process.kill('SIGINT');
    return this.ended();
  }
}

/** Makes a directory for a database. */
export const newHome = (): Promise<string> => mkdtemp(`${tmpdir()}/billing-catalogue-`);

/** Finds a port below those that a system gives to outgoing connections, one of which could take it before the server listens. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, () => server.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}
