import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { customAlphabet } from 'nanoid';
import { beforeAll, describe, expect, it } from 'vitest';
import { now } from '../../scripts/clock.ts';
import { withDatabase } from '../../scripts/local-d1.ts';
import { migrate } from '../../scripts/local-database.ts';
import { createOrganization } from '../../src/auth/bootstrap.ts';
import { ID_ALPHABET, idFactory } from '../../src/domain/id.ts';
import { newHome, ROOT } from '../support/dev-server.ts';

/** Says JSON, a shell and more than ASCII, on two lines. */
const NAME = `Ac'me" \\ $(x) ü\u2028;\nLtd`;
/** More than a page, with one entry of nearly a megabyte. */
const ENTRIES = 520;

let home: string;
let organization: string;
let other: string;

beforeAll(async () => {
  home = await newHome();
  await migrate(`${home}/state`);
  await withDatabase(`${home}/state`, async (d1) => {
    const random = customAlphabet(ID_ALPHABET);
    const create = (name: string, at: number) =>
      createOrganization(d1, { name, baseCurrency: 'USD' }, { now: at, newId: idFactory(at, random), random });
    organization = (await create('Acme', now())).orgId;
    other = (await create('Other', now() + 1)).orgId;
    const insert = `insert into audit_entries (id, org_id, at, actor, request_id, operation, entities, before, after, seq, kinds)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < ?2)
      select printf('aud.zz%09d.00000', i), ?1, i, 'tok.x', 'r', 'updateCustomer', '["cus.x"]', null,
        json_object('name', iif(i = 3, replace(hex(zeroblob(450000)), '0', 'x'), ?3)), 1000 + i, '["CUSTOMER_CHANGED"]' from n`;
    for (const orgId of [organization, other])
      await d1
        .prepare(insert)
        .bind(orgId, orgId === other ? 1 : ENTRIES, NAME)
        .run();
  });
});

async function run(script: string, args: readonly string[], input = '') {
  const child = spawn(process.execPath, [`scripts/${script}.ts`, '--home', home, ...args], { cwd: ROOT, stdio: 'pipe' });
  const [output, errors]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  child.stdin.end(input);
  const [code]: unknown[] = await once(child, 'close');
  return { code, output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() };
}

interface Line {
  readonly position: number;
  readonly eventId: string;
  readonly operation: string;
  readonly occurredAt: string;
  readonly kinds: readonly string[];
  readonly entities: readonly string[];
  readonly after: { readonly name?: string } | null;
}

const linesOf = (output: string): readonly Line[] =>
  output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('npm run export', () => {
  it('writes a line for each accepted change, in the order of the commits, and the position to continue from', async () => {
    const { code, output, errors } = await run('export', ['--organization', organization]);
    expect({ code, errors }).toEqual({ code: 0, errors: `${linesOf(output).length} entries. Continue with --from ${1000 + ENTRIES}\n` });
    const changes = linesOf(output).filter(({ operation }) => operation === 'updateCustomer');
    expect(changes.map(({ position }) => position)).toEqual(Array.from({ length: ENTRIES }, (_each, i) => 1001 + i));
    expect(changes[0]).toMatchObject({
      eventId: 'aud.zz000000001.00000',
      occurredAt: '1970-01-01T00:00:00.001Z',
      kinds: ['CUSTOMER_CHANGED'],
      entities: ['cus.x'],
      before: null,
      after: { name: NAME },
    });
    expect(changes[2]?.after?.name).toHaveLength(900_000);
    expect(output).not.toContain(other);
  });

  it('continues after a position', async () => {
    const { output } = await run('export', ['--organization', organization, '--from', String(1000 + ENTRIES - 2)]);
    expect(linesOf(output).map(({ position }) => position)).toEqual([1000 + ENTRIES - 1, 1000 + ENTRIES]);
  });

  it.each([
    ['a part of a position', ['--organization', 'org.x', '--from', '1.5'], '--from'],
    ['a position that no number is exact for', ['--organization', 'org.x', '--from', '99999999999999999999'], '--from'],
    ['no organization', [], '--organization'],
    ['an organization that does not exist', ['--organization', "org'; --"], `There is no organization "org'; --" in the local database.`],
  ])('refuses %s, and writes nothing', async (_title, args, message) => {
    const { code, output, errors } = await run('export', args);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors).toContain(message);
  });
});

describe('npm run forget', () => {
  const organizations = () =>
    withDatabase(`${home}/state`, async (d1) => (await d1.prepare('select name from organizations order by name').all()).results);

  it('deletes nothing unless the id is repeated', async () => {
    const { code, errors } = await run('forget', ['--organization', organization], `${other}\n`);
    expect({ code, errors }).toEqual({ code: 1, errors: 'Nothing was deleted. Repeat the id exactly, or use --yes.\n' });
    expect(await organizations()).toEqual([{ name: 'Acme' }, { name: 'Other' }]);
  });

  it('deletes the organization for good when it is, and no other one', async () => {
    const { code, output } = await run('forget', ['--organization', organization], `${organization}\n`);
    expect(code).toBe(0);
    // More entries than one run of the statements deletes.
    expect(output).toContain('Still to delete: audit_entries');
    expect(output).toContain('"Acme" is deleted.');
    expect(await organizations()).toEqual([{ name: 'Other' }]);
  });
});
