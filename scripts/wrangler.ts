import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Failure } from './main.ts';

export const ROOT = `${import.meta.dirname}/..`;

/** The directory of the local database, tokens and explorer. */
export const LOCAL = `${ROOT}/.wrangler`;

/** Environment variables that disable wrangler's banner, logs, statistics and network requests, so that it works offline. */
const QUIETLY = {
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_WRITE_LOGS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
};

// The same settings apply to code that runs wrangler inside this process.
Object.assign(process.env, QUIETLY);

/** Starts wrangler. With `pipe`, the caller must print its output. */
export function startWrangler(args: readonly string[], stdio: 'inherit' | 'pipe'): ChildProcess {
  const [input, output] = stdio === 'pipe' ? (['ignore', 'pipe'] as const) : (['inherit', 'inherit'] as const);
  return spawn(process.execPath, ['node_modules/wrangler/bin/wrangler.js', ...args], { cwd: ROOT, stdio: [input, output, output] });
}

/**
 * Runs wrangler until it ends. Returns its standard output.
 * @throws Failure with wrangler's whole output if it fails
 */
export async function wrangler(...args: readonly string[]): Promise<string> {
  const child = startWrangler(args, 'pipe');
  const printed: Buffer[] = [];
  const output: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk));
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => output.push(chunk));
  const [code]: unknown[] = await once(child, 'close');
  const command = args.filter((arg) => !arg.startsWith('--command='));
  if (code !== 0) throw new Failure(`wrangler ${command.join(' ')} failed.\n${Buffer.concat(output)}`);
  return Buffer.concat(printed).toString();
}
