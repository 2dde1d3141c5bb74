import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { clockOffset } from './clock.ts';
import { writeConsole } from './console.ts';
import { explorerPage } from './explorer.ts';
import { prepareDatabase, reportOf, type Sample, type SampleFailure } from './local-database.ts';
import { Failure, main } from './main.ts';
import { writePrivately } from './page.ts';
import { restDocsPage } from './rest-docs.ts';
import { writeDescriptions } from './worker-bundle.ts';
import { LOCAL, startWrangler } from './wrangler.ts';

/**
 * `npm run dev`: runs the Worker on this machine, with sample data, a console, an explorer and the docs of the REST mirror. `PORT` sets its port,
 * `HOSTS` names hosts beside localhost at which its pages may be opened. Ctrl-C ends it.
 */
async function dev(): Promise<void> {
  const { values } = parseArgs({ options: { home: { type: 'string', default: LOCAL }, tick: { type: 'string', default: '60' } } });
  const port = portFrom(process.env.PORT);
  const tick = secondsFrom(values.tick);
  await requireFree(port);
  const { state, filled, samples, failure } = await prepareDatabase(values.home);
  const pages = await pagesIn(values.home, state, samples);
  const worker = startWrangler(
    [
      'dev',
      `--port=${port}`,
      // Chosen by the system when it listens. Wrangler's own choice is taken by then if two start at once.
      '--inspector-port=0',
      `--persist-to=${state}`,
      ...pages,
      '--var=DEVELOPMENT:true',
      ...(process.env.HOSTS ? [`--var=HOSTS:${process.env.HOSTS}`] : []),
      `--var=CLOCK_OFFSET:${clockOffset()}`,
      `--var=DELEGATE_SECRET:${randomBytes(32).toString('base64url')}`,
      `--var=WEBHOOK_SECRET:${randomBytes(32).toString('base64url')}`,
      ...QUIETLY,
    ],
    'inherit',
  );
  endWithThisProcess(worker);
  if (await answering(port, worker)) {
    runScheduledWork(port, tick);
    console.log(failure ? greetingWithoutSamples(port, failure) : greeting(port, filled, samples));
  }
  const [code]: unknown[] = worker.exitCode === null ? await once(worker, 'exit') : [worker.exitCode];
  if (code !== 0 && !ending) throw new Failure('wrangler dev has ended; its output is above.');
}

/** Writes the pages. Returns wrangler's options for them. A page that cannot be written is left out: the API then runs without it. */
async function pagesIn(home: string, state: string, samples: readonly Sample[]): Promise<readonly string[]> {
  const directory = `${home}/pages`;
  await mkdir(directory, { recursive: true });
  await writeDescriptions(directory);
  const hasConsole = await isWritten('console', () => writeConsole(directory, { samples, clockOffset: clockOffset() }));
  const hasExplorer = await isWritten('explorer', async () => writePage(`${directory}/explorer`, await explorerPage(state, samples)));
  await isWritten('docs', async () => writePage(`${directory}/docs`, await restDocsPage(samples)));
  return [`--assets=${directory}`, ...(hasConsole ? ['--var=CONSOLE:true'] : []), ...(hasExplorer ? ['--var=EXPLORER:/explorer/'] : [])];
}

async function isWritten(name: string, write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    console.error(`The ${name} is left out, because its page could not be written:`, error);
    return false;
  }
}

async function writePage(directory: string, page: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writePrivately(`${directory}/index.html`, page);
}

const QUIETLY = ['--log-level=error', '--show-interactive-dev-session=false'];
let ending = false;

function secondsFrom(text: string): number {
  const seconds = Number(text);
  if (Number.isInteger(seconds) && seconds > 0) return seconds;
  throw new Failure(`--tick is the whole number of seconds between two runs of the scheduled work, not "${text}".`);
}

function portFrom(text = '8787'): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Failure(`PORT is a number from 1 to 65535, not "${text}".`);
}

/** Fails if the port is taken. Checks both addresses of localhost: wrangler listens on one, and a browser may try the other first. */
async function requireFree(port: number): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer();
    const taken = await new Promise<boolean>((resolve) => {
      server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE'));
      server.listen(port, host, () => server.close(() => resolve(false)));
    });
    if (taken) throw new Failure(`Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm run dev`);
  }
}

/** Passes every signal that ends this process on to wrangler, which ends its own child processes. */
function endWithThisProcess(worker: ChildProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      worker.kill('SIGTERM');
      setTimeout(() => worker.kill('SIGKILL'), 5_000).unref();
    });
  }
}

/** Waits until the Worker answers. Returns false if it ends first. */
async function answering(port: number, worker: ChildProcess): Promise<boolean> {
  while (worker.exitCode === null && !ending) {
    const response = await fetch(`http://localhost:${port}/health`).catch(() => null);
    if (response?.ok) return true;
    await wait(100);
  }
  return false;
}

/**
 * Has the scheduled work done every so many seconds, as the cron trigger does in production. The path belongs to the local runtime and not to
 * the Worker, so that no request can do this in production.
 */
function runScheduledWork(port: number, seconds: number): void {
  const run = () => fetch(`http://localhost:${port}/cdn-cgi/handler/scheduled`).catch(() => null);
  setInterval(run, seconds * 1_000).unref();
}

function greeting(port: number, filled: boolean, samples: readonly Sample[]): string {
  const width = Math.max(...samples.map(({ name }) => name.length));
  return [
    ...addresses(port),
    ...samples.map(({ name, token }) => `  ${name.padEnd(width)}  Authorization: Bearer ${token}`),
    '',
    filled
      ? '  The sample data is new. It is kept until `npm run seed -- --reset`.'
      : '  The data is as you left it. `npm run seed -- --reset` starts over.',
    '  Ctrl-C ends it.',
    '',
  ].join('\n');
}

function greetingWithoutSamples(port: number, failure: SampleFailure): string {
  return [
    '',
    reportOf(failure),
    '',
    'The API runs all the same, without sample data:',
    ...addresses(port),
    '  npm run bootstrap -- --name "Acme" --currency USD   makes an organization and prints its token.',
    '  Ctrl-C ends it.',
    '',
  ].join('\n');
}

function addresses(port: number): readonly string[] {
  const home = `http://localhost:${port}`;
  return [
    '',
    `  API       ${home}/graphql`,
    `  Console   ${home}/, in a browser`,
    `  Explorer  ${home}/graphql, in a browser`,
    `  REST      ${home}/docs, in a browser`,
    '',
  ];
}

await main(dev);
