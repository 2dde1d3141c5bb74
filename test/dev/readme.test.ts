import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DevServer, ROOT } from '../support/dev-server.ts';
import { IS_WHOLE } from '../support/runs.ts';

/** The files of this project. Those of packages are not among them: a README of theirs may tell to install something on the machine. */
function projectFiles(): readonly string[] {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8' });
  return files.split('\0').filter((file) => file !== '' && existsSync(`${ROOT}/${file}`));
}

/** What a person has after `git clone` and `npm ci`: the files that git knows of, and the packages. */
function emptyClone(): string {
  const clone = mkdtempSync(`${tmpdir()}/billing-catalogue-clone-`);
  for (const file of projectFiles()) cpSync(`${ROOT}/${file}`, `${clone}/${file}`, { recursive: true });
  symlinkSync(`${ROOT}/node_modules`, `${clone}/node_modules`);
  return clone;
}

/** The commands of a document: each line of its `sh` blocks, and what stands between backquotes and begins with npm or npx. */
function commandsIn(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/```sh\n(.*?)```/gs)].map(([, block = '']) => block.replaceAll('\\\n', ' '));
  const lines = blocks.flatMap((block) => block.split('\n')).map((line) => line.replace(/(^|\s)#.*/, '').trim());
  const inline = [...markdown.replaceAll(/```.*?```/gs, '').matchAll(/`((?:\w+=\S+ )*(?:npm|npx) [^`]+)`/g)].map(
    ([, command = '']) => command,
  );
  return [...lines, ...inline].filter(Boolean);
}

/** The set-up itself, and the tests, which do not run themselves. */
const SET_UP = /^npm ci\b|^(\w+=\S+ )*npm (test|run test:(full|clients))\b|^npx vitest\b/;
/** What waits until it is ended, and has tests of its own. */
const STARTS_SERVER = /\bnpm run (dev|webhooks)\b/;
/** What needs the id of an organization, and has tests of its own. */
const NEEDS_ORGANIZATION = /\bnpm run (export|forget)\b/;
/** Only part of the full run. */
const SLOWEST = /\bnpm run (bench|check)\b|--accounts/;
/** Not part of an everyday run: each takes wrangler's start, or seconds of its own. */
const SLOW = /\bwrangler\b|\bnpm run (seed|bootstrap|deploy|migration|fix)\b/;

/** How a command is run here: without an account, without a placeholder, and quickly. */
function runnable(command: string): string {
  return command
    .replace(/ --remote\b/, '')
    .replace(/\bnpm run bootstrap$/, '$& -- --name "Acme" --currency USD')
    .replace(/\bnpm run deploy\b.*/, 'npm run deploy -- --dry-run')
    .replace(/\bnpm run bench\b.*/, 'npm run bench -- --quick')
    .replace(/(\bnpm run migration --) <[^>]+>/, '$1 unchanged')
    .replace(/(\bnpm run documents -- import) <[^>]+>/, '$1 schema/documents.json')
    .replace(/(\bnpm run restore --silent --) data\.sql.*/, '$1 /dev/null')
    .replace(/(\bwrangler d1 migrations apply \S+)/, '$1 --local')
    .replace(
      /^.*(npx wrangler (?:d1 (?:create|time-travel|export|execute)|secret|rollback|tail|deployments|versions|login)\b[a-z- ]*).*/,
      '$1 --help',
    );
}

const README_COMMANDS = projectFiles()
  .filter((file) => /^((src|test|scripts|schema)\/.*|[^/]*)\.md$/.test(file))
  .flatMap((file) => commandsIn(readFileSync(`${ROOT}/${file}`, 'utf8')))
  .filter((command) => !SET_UP.test(command));
const commands = [
  ...new Set(README_COMMANDS.filter((command) => !STARTS_SERVER.test(command) && !NEEDS_ORGANIZATION.test(command)).map(runnable)),
];
const isTried = (command: string): boolean => (inject('full') || !SLOWEST.test(command)) && (IS_WHOLE || !SLOW.test(command));

let clone: string;
let server: DevServer | undefined;

beforeAll(() => {
  clone = emptyClone();
});

afterAll(() => server?.stop());

async function run(command: string, env: NodeJS.ProcessEnv = {}): Promise<{ command: string; code: unknown; output: string }> {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', command], {
    cwd: clone,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk));
  const [code]: unknown[] = await once(child, 'close');
  return { command, code, output };
}

describe('a command that a README names', () => {
  it.each(commands.filter((command) => !/\bcurl\b/.test(command) && isTried(command)))('works in an empty clone: %s', async (command) => {
    const result = await run(command);
    expect(result, result.output).toMatchObject({ code: 0 });
  });

  it('works beside npm run dev, with the token that it prints', async () => {
    server = await (await DevServer.begin({ root: clone, home: `${clone}/.wrangler` })).ready();
    const [TOKEN = ''] = server.output.match(/tg_live_\w+/) ?? [];
    const calls = commands.filter((command) => /\bcurl\b/.test(command));
    expect(calls).not.toEqual([]);
    for (const call of calls) {
      const result = await run(call.replaceAll('localhost:8787', `localhost:${server.port}`).replace('curl', 'curl -sS --fail-with-body'), {
        TOKEN,
      });
      expect(result, result.output).toMatchObject({ code: 0, output: expect.not.stringContaining('"errors"') });
    }
  });

  it('is a script of package.json where npm runs it', () => {
    const { scripts } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as { scripts: Record<string, string> };
    const named = README_COMMANDS.flatMap((command) => [...command.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name));
    expect(named.filter((name) => name !== undefined && !(name in scripts))).toEqual([]);
  });
});
