import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, mutationsOf, SCENARIOS } from '../support/mutations.ts';
import type { Organization } from '../support/organization.ts';
import { type ChangedRow, changedRows, everyRow, type Row } from '../support/rows.ts';
import { runs, share } from '../support/runs.ts';
import { copyOf, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

interface MutationResult {
  readonly requestId: string | null;
  readonly isReplay: boolean;
  readonly codes: readonly string[];
  readonly d1Calls: number;
}

/** Sends a mutation, a millisecond after the last. */
async function tell(org: Organization, mutation: string, input: object): Promise<MutationResult> {
  org.now = new Date(Date.parse(org.now) + 1).toISOString();
  const answer = await org.ask<Record<string, { isReplay: boolean; userErrors: { code: string }[] }>>(documentOf(mutation), { input });
  const payload = answer.data?.[mutation];
  if (answer.errors || !payload) throw new Error(`${mutation}: ${JSON.stringify(answer.errors)}`);
  const { isReplay, userErrors } = payload;
  const { d1Calls } = answer.extensions.cost;
  return { requestId: answer.headers.get('x-request-id'), isReplay, codes: userErrors.map(({ code }) => code), d1Calls };
}

const isEntry = ({ table }: ChangedRow) => table === 'audit_entries';

/** A delegate token is signed and given away: its entry is all there is of it. */
const KEPT_NOWHERE = 'createDelegateToken';

/** What the entry of a change lacks or has too much of. The record of a key is kept beside a change, and is none. */
function faultsOf(entry: Row, all: readonly ChangedRow[]): readonly string[] {
  const changes = all.filter((change) => !isEntry(change) && change.table !== 'idempotency_records');
  if (entry.operation === KEPT_NOWHERE) return changes.map(({ table }) => `tells of no change, and ${table} has`);
  if (changes.length === 0) return ['tells of no change'];
  const named: readonly string[] = JSON.parse(String(entry.entities));
  // The history of a timeline finds the rows of a revision by its entry.
  const isRecorded = ({ table, row }: ChangedRow) =>
    table === 'schedules' && row.draft_id === null && row.recorded_revision === entry.timeline_revision;
  const isNamed = (change: ChangedRow): boolean => (isRecorded(change) ? named.includes(String(change.row.id)) : isAbout(change));
  const isAbout = ({ row }: ChangedRow): boolean =>
    [row.id, row.account_id, row.price_plan_id, row.job_id, row.webhook_id].some((id) => named.includes(String(id))) ||
    // Rate cards belong to what refers to their set, or did before.
    (row.set_id !== undefined && changes.some((other) => other.row.rate_card_set_id !== undefined));
  const unnamed = changes.filter((change) => !isNamed(change)).map(({ table, row }) => `does not name ${table} ${row.id}`);
  const ids = new Set(changes.map(({ row }) => row.id));
  return [...unnamed, ...named.filter((id) => !ids.has(id)).map((id) => `names ${id}, which did not change`)];
}

it('every mutation of the schema is told below', async () => {
  const result = new Set(SCENARIOS.map(({ mutation }) => mutation));
  expect((await mutationsOf(world.org)).filter((name) => !result.has(name))).toEqual([]);
});

describe.each(share(SCENARIOS, 6, 2))('$mutation', ({ mutation, accepted, refused }) => {
  const begin = async () => {
    const org = await copyOf(world.org);
    return { org, before: await everyRow(org) };
  };

  it('leaves one entry that names what changed, and no trace where it is refused or comes again', async () => {
    const { org, before } = await begin();
    expect((await tell(org, mutation, refused(world.ids))).codes).not.toEqual([]);
    expect(await everyRow(org)).toEqual(before);

    const input = { ...accepted(world.ids), idempotencyKey: 'once' };
    const { requestId, ...result } = await tell(org, mutation, input);
    expect(result).toMatchObject({ isReplay: false, codes: [] });
    const after = await everyRow(org);
    const changes = changedRows(before, after);
    const [entry, ...more] = changes.filter(isEntry).map(({ row }) => row);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ operation: mutation, request_id: requestId, at: Date.parse(org.now) });
    expect(faultsOf(entry ?? {}, changes)).toEqual([]);

    expect(await tell(org, mutation, input)).toMatchObject({ isReplay: true, codes: [] });
    expect(await tell(org, mutation, { ...refused(world.ids), idempotencyKey: 'once' })).toMatchObject({
      isReplay: false,
      codes: ['IDEMPOTENCY_KEY_REUSED'],
    });
    expect(await everyRow(org)).toEqual(after);
  });

  it('reads in one call of D1, and writes in one more where it is accepted', async () => {
    const { org } = await begin();
    expect((await tell(org, mutation, refused(world.ids))).d1Calls).toBeLessThanOrEqual(1);
    const { codes, d1Calls } = await tell(org, mutation, accepted(world.ids));
    expect(codes).toEqual([]);
    expect(d1Calls).toBeLessThanOrEqual(2);
  });

  it('is one effect of two requests with one key that come at once', async () => {
    const { org, before } = await begin();
    const input = { ...accepted(world.ids), idempotencyKey: 'once' };
    const result = await Promise.all([tell(org, mutation, input), tell(org, mutation, input)]);
    expect(result.flatMap(({ codes }) => codes)).toEqual([]);
    expect(result.map(({ isReplay }) => isReplay).toSorted()).toEqual([false, true]);
    expect(changedRows(before, await everyRow(org)).filter(isEntry)).toHaveLength(1);
  });
});

describe('whatever is asked in whatever order', () => {
  it('a change has its entry and an entry its change; what is refused, replayed, only tried or done already leaves no trace', async () => {
    const triable = await dryRunnable(world.org);
    const step = fc.record({
      scenario: fc.constantFrom(...SCENARIOS),
      asks: fc.constantFrom('accepted', 'accepted', 'refused', 'dry'),
      idempotencyKey: fc.constantFrom(null, null, 'one', 'other'),
    });
    const property = fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 12 }), async (steps) => {
      const org = await copyOf(world.org);
      let before = await everyRow(org);
      for (const { scenario, asks, idempotencyKey } of steps) {
        const { mutation } = scenario;
        const isDry = asks === 'dry' && triable.has(mutation);
        const input = { ...(asks === 'refused' ? scenario.refused : scenario.accepted)(world.ids), idempotencyKey };
        const { isReplay, codes } = await tell(org, mutation, isDry ? { ...input, dryRun: true } : input);
        const after = await everyRow(org);
        const changes = changedRows(before, after);
        if (isReplay || isDry || codes.length > 0) expect(changes).toEqual([]);
        if (changes.length > 0) {
          const [entry, ...more] = changes.filter(isEntry).map(({ row }) => row);
          expect([entry?.operation, more]).toEqual([mutation, []]);
          expect(faultsOf(entry ?? {}, changes)).toEqual([]);
          expect(changes.filter(({ table }) => table === 'idempotency_records')).toHaveLength(idempotencyKey === null ? 0 : 1);
        }
        before = after;
      }
    });
    await fc.assert(property, { seed: 20261127, ...runs(12, { everyday: 3 }) });
  });

  it('a dry run of each mutation that has one leaves no trace', async () => {
    const triable = await dryRunnable(world.org);
    expect([...triable]).toContain('updatePricingScheduleBatch');
    const org = await copyOf(world.org);
    const before = await everyRow(org);
    for (const { mutation, accepted } of SCENARIOS.filter((scenario) => triable.has(scenario.mutation))) {
      const input = { ...accepted(world.ids), dryRun: true, idempotencyKey: 'once' };
      expect(await tell(org, mutation, input)).toMatchObject({ isReplay: false, codes: [] });
    }
    expect(await everyRow(org)).toEqual(before);
  });
});

/** The mutations that can be tried without a write. */
async function dryRunnable(org: Organization): Promise<ReadonlySet<string>> {
  const query = '{ __schema { mutationType { fields { name args { type { ofType { inputFields { name } } } } } } } }';
  interface Field {
    readonly name: string;
    readonly args: readonly { readonly type: { readonly ofType: { readonly inputFields: readonly { readonly name: string }[] } } }[];
  }
  const { data } = await org.ask<{ __schema: { mutationType: { fields: readonly Field[] } } }>(query);
  const isTriable = ({ args }: Field) => args.some(({ type }) => type.ofType.inputFields.some(({ name }) => name === 'dryRun'));
  return new Set(data.__schema.mutationType.fields.filter(isTriable).map(({ name }) => name));
}
