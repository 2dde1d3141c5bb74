import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { now } from '../../scripts/clock.ts';
import { withDatabase } from '../../scripts/local-d1.ts';
import { authenticate } from '../../src/auth/authenticate.ts';
import { SCOPES } from '../../src/operations/scope.ts';

const ROOT = `${import.meta.dirname}/../..`;
const home = mkdtempSync(`${tmpdir()}/billing-catalogue-`);
/** Says SQL, a shell, and more than ASCII. */
const NAME = `Ac'me"; drop table organizations; -- BEGIN $(x) ü`;

function bootstrap(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/bootstrap.ts', '--home', home, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const organizations = () =>
  withDatabase(`${home}/state`, async (d1) => {
    const { results } = await d1.prepare('select name, base_currency from organizations').all();
    return { organizations: results, tokens: await d1.prepare('select count(*) as n from api_tokens').first<number>('n') };
  });

describe('npm run bootstrap', () => {
  it('makes an organization, and prints once the token that may do everything in it', async () => {
    const { status, stdout } = bootstrap('--name', NAME, '--currency', 'EUR');
    expect(status).toBe(0);
    const [token] = stdout.match(/tg_live_\w+/) ?? [];
    const surroundings = { delegateKey: null, fetch, waitUntil: () => undefined, now: now(), isBlocked: () => false };
    const caller = await withDatabase(`${home}/state`, (d1) => authenticate(`Bearer ${token}`, { ...surroundings, d1 }));
    expect(caller).toMatchObject({ ok: true, value: { actor: { scopes: new Set(SCOPES) } } });
    expect(await organizations()).toEqual({ organizations: [{ name: NAME, base_currency: 'EUR' }], tokens: 1 });
  });

  it('changes nothing when it is run again, and says so', async () => {
    const { status, stdout } = bootstrap('--name', NAME, '--currency', 'USD');
    expect({ status, stdout }).toEqual({ status: 0, stdout: `There is an organization "${NAME}" already; nothing was changed.\n` });
    expect(await organizations()).toEqual({ organizations: [{ name: NAME, base_currency: 'EUR' }], tokens: 1 });
  });

  it.each([
    ['without a name', ['--currency', 'USD'], '--name'],
    ['with a name that is empty', ['--name', '', '--currency', 'USD'], '--name'],
    ['without a currency', ['--name', 'Acme'], '--currency'],
    ['with a currency that there is not', ['--name', 'Acme', '--currency', 'XYZ'], '"XYZ"'],
  ])('is refused %s, naming the option', (_title, args, named) => {
    const { status, stderr } = bootstrap(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(named);
  });
});
