import {
  buildClientSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  isEnumType,
  isObjectType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { mutate } from '../support/catalogue.ts';
import { oneOfEverything } from '../support/everything.ts';
import { Organization } from '../support/organization.ts';
import { IS_WHOLE, share } from '../support/runs.ts';
import { argumentsWith, callWith, isAnything, placesIn, selectionOf } from '../support/schema-walk.ts';
import { everyId, fillerFor, type Id, kindOf, SOME } from '../support/trespass.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

const TIMELINE = 'nodes { id scheduleId endDate recordedAt }';

async function begin() {
  const org = await Organization.begin();
  await org.customer('acme');
  const plan = await org.plan('Basic');
  const associate = (effectiveFrom: string, effectiveUntil = '9999-01-01') =>
    mutate(org, 'updatePricingSchedule', { accountId: 'acme', pricePlanId: plan, effectiveFrom, effectiveUntil });
  const schedules = async (args = '', selection = TIMELINE): Promise<readonly Row[]> => {
    const { data } = await org.ask<{ account: { schedules: { nodes: Row[] } } }>(
      `{ account(by: { accountId: "acme" }) { schedules${args} { ${selection} } } }`,
    );
    return data.account.schedules.nodes;
  };
  const node = async (id: string) => {
    const { data, errors } = await org.ask<{ node: Row | null }>(
      'query ($id: ID!) { node(id: $id) { id ... on Schedule { scheduleId endDate recordedAt } } }',
      { id },
    );
    expect(errors).toBeUndefined();
    return data.node;
  };
  await associate('2026-01-01');
  return { org, plan, associate, schedules, node };
}

/** The row behind a schedule, as its id of a recorded state names it. */
const rowOf = (recorded: Row | undefined): string => atob(recorded?.id ?? '').split(':')[1] ?? '';

describe('the id of a schedule', () => {
  it('stays the same when the schedule changes, and finds what is true now', async () => {
    const { org, associate, schedules, node } = await begin();
    const [before] = await schedules();
    org.now = '2026-12-01T00:00:00.000Z';
    await associate('2027-01-01');
    const [after] = await schedules();
    expect(after).toEqual({ ...before, endDate: '2027-01-01', recordedAt: expect.not.stringMatching(String(before?.recordedAt)) });
    expect(await node(before?.id ?? '')).toEqual(after);
  });

  it('is another one under `asOf`, for a state that is superseded and for one that is not', async () => {
    const { org, associate, schedules, node } = await begin();
    const recordedAt = org.now;
    const [first] = await schedules();
    const [sameDay] = await schedules(`(asOf: "${recordedAt}")`);
    expect(sameDay).toEqual({ ...first, id: expect.not.stringMatching(first?.id ?? '') });
    org.now = '2026-12-01T00:00:00.000Z';
    await associate('2027-01-01');
    expect(await schedules(`(asOf: "${recordedAt}")`)).toEqual([sameDay]);
    expect(await node(sameDay?.id ?? '')).toEqual(sameDay);
    const { data } = await org.ask<{ account: { scheduleAt: Row } }>(
      `{ account(by: { accountId: "acme" }) { scheduleAt(asOf: "${recordedAt}") { id scheduleId endDate recordedAt } } }`,
    );
    expect(data.account.scheduleAt).toEqual(sameDay);
  });

  it('is that of what is true now for what hangs on a recorded state', async () => {
    const { org, schedules } = await begin();
    const [current] = await schedules();
    const [recorded] = await schedules(`(asOf: "${org.now}")`, `nodes { id account { schedules { ${TIMELINE} } } }`);
    expect(recorded?.account).toEqual({ schedules: { nodes: [current] } });
    const { data } = await org.ask<{ nodes: Row[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Schedule { account { schedules { ${TIMELINE} } } } } }`,
      { ids: [current?.id, recorded?.id] },
    );
    expect(data.nodes).toEqual([{ id: current?.id, account: recorded?.account }, recorded]);
  });

  it('names a recorded state before a change, and after a recorded one', async () => {
    const { org, associate, schedules, node } = await begin();
    const recorded = await schedules(`(asOf: "${org.now}")`);
    org.now = '2026-12-01T00:00:00.000Z';
    await associate('2027-01-01');
    org.now = '2026-12-02T00:00:00.000Z';
    const now = await schedules(`(asOf: "${org.now}")`);
    const { data } = await org.ask<{ account: { timelineRevisions: { nodes: { changes: { before: Row; schedule: Row }[] }[] } } }>(
      `{ account(by: { accountId: "acme" }) { timelineRevisions(first: 1) { nodes { changes {
        ... on SchedulePeriodChanged { before { id scheduleId endDate recordedAt } schedule { id scheduleId endDate recordedAt } } } } } } }`,
    );
    const changed = data.account.timelineRevisions.nodes[0]?.changes.find(({ before }) => before);
    expect(changed).toEqual({ before: recorded[0], schedule: now[0] });
    expect(await node(changed?.before.id ?? '')).toEqual(recorded[0]);
  });

  it('is another one in each draft', async () => {
    const { org, plan, schedules, node } = await begin();
    const [active] = await schedules();
    const drafted = async () => {
      const edits = [{ effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01', associationConfig: { pricePlanId: plan } }];
      const { draft } = await mutate<{ draft: { schedules: { nodes: Row[] }; changes: { before: Row; schedule: Row }[] } }>(
        org,
        'bulkEditSchedules',
        { accountId: 'acme', edits },
        `draft { schedules { ${TIMELINE} } changes { ... on SchedulePeriodChanged { before { id } schedule { id scheduleId endDate recordedAt } } } }`,
      );
      return { ...draft.changes.find(({ before }) => before), first: draft.schedules.nodes[0] };
    };
    const { before, schedule, first } = await drafted();
    expect(schedule).toEqual(first);
    expect(first).toMatchObject({ scheduleId: active?.scheduleId, endDate: '2027-01-01' });
    expect(new Set([active?.id, before?.id, first?.id]).size).toBe(3);
    expect(await node(first?.id ?? '')).toEqual(first);
    expect(await schedules()).toEqual([active]);
    await mutate(org, 'discardAccountSchedules', { accountId: 'acme' });
    const again = await drafted();
    expect(again.first).toMatchObject({ scheduleId: active?.scheduleId });
    expect(again.first?.id).not.toBe(first?.id);
    expect(await node(first?.id ?? '')).toBeNull();
    const { draft } = await mutate<{ draft: { schedules: { nodes: Row[] } } }>(
      org,
      'bulkEditSchedules',
      { accountId: 'acme', edits: [{ mode: 'DISASSOCIATE', effectiveFrom: '2026-12-01', effectiveUntil: '2027-01-01' }] },
      `draft { schedules { ${TIMELINE} } }`,
    );
    expect(draft.schedules.nodes[0]).toMatchObject({ id: again.first?.id, endDate: '2026-12-01' });
  });

  it('can be the id of a recorded row, as ids were first issued', async () => {
    const { org, associate, schedules, node } = await begin();
    const [recorded] = await schedules(`(asOf: "${org.now}")`);
    await associate('2027-01-01');
    expect(rowOf(recorded)).toMatch(/^schv\./);
    expect(await node(btoa(`Schedule:${rowOf(recorded)}`))).toEqual(recorded);
  });

  it('finds nothing under the name of another kind', async () => {
    const { org, schedules, node } = await begin();
    const [active] = await schedules();
    const [recorded] = await schedules(`(asOf: "${org.now}")`);
    for (const id of [
      `ScheduleRow:${active?.scheduleId}`,
      `DraftSchedule:${active?.scheduleId}`,
      `DraftSchedule:draft.00000000000.00000:${active?.scheduleId}`,
      `DraftSchedule:${rowOf(recorded)}:`,
      'Schedule:sch.00000000000.00000',
    ])
      expect([id, await node(btoa(id))]).toEqual([id, null]);
  });
});

describe('every id', () => {
  let org: Organization;
  let schema: GraphQLSchema;
  let ids: readonly Id[];
  let own: ReadonlyMap<string, string>;
  /** Instants before and after the timeline changed. */
  const instants: string[] = [];

  beforeAll(async () => {
    org = await oneOfEverything('alpha');
    const { data } = await org.ask<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true }));
    schema = buildClientSchema(data);
    const accountId = 'alpha-account';
    instants.push(org.now);
    const { pricePlanId } = await org.draftPlan('Other');
    await mutate(org, 'finalizePricePlan', { pricePlanId });
    org.now = new Date(Date.parse(org.now) + 86_400_000).toISOString();
    await mutate(org, 'updatePricingSchedule', { accountId, pricePlanId, effectiveFrom: '2027-06-01', effectiveUntil: '2028-06-01' });
    instants.push(org.now);
    ids = await everyId(schema, org, isAnything, SOME);
    own = new Map(ids.map(({ field, value }) => [field, value] as const).reverse());
  });

  const valuesOf = (type: GraphQLNamedType): readonly unknown[] =>
    isEnumType(type)
      ? type.getValues().map(({ value }) => value)
      : ({ Date: ['2026-06-01', '2027-07-01', '2029-01-01'], DateTime: instants, Boolean: [true, false], Int: [1, 2] }[type.name] ?? []);

  it('has one content, whatever the arguments of the fields that lead to it, and is found by `node` with this content', async () => {
    const contents = new Map<string, Set<string>>();
    const typesReached = new Set<string>();
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    const nodeTypes = types.filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'));
    const look = (value: unknown): void => {
      if (Array.isArray(value)) for (const item of value) look(item);
      else if (typeof value === 'object' && value !== null) {
        const fields = Object.entries(value).map(([name, inner]) => [name.replace(/^[A-Z]\w*?__/, ''), inner] as const);
        const { id, __typename } = Object.fromEntries(fields);
        if (nodeTypes.some(({ name }) => name === __typename)) {
          typesReached.add(__typename);
          const leaves = fields.filter(([, inner]) => typeof inner !== 'object' || inner === null);
          contents.set(id, (contents.get(id) ?? new Set()).add(JSON.stringify(Object.fromEntries(leaves.toSorted()))));
        }
        const { nodes, pageInfo, totalCount } = Object.fromEntries(fields);
        // What was counted beside a whole list is what the list holds.
        if (pageInfo?.hasNextPage === false) expect({ nodes, totalCount }).toEqual({ nodes, totalCount: nodes.length });
        for (const [, inner] of fields) look(inner);
      }
    };
    const ask = async (document: string, variables: object = {}) => {
      const { data, errors } = await org.ask(document, { ...variables });
      expect({ document, errors }).toEqual({ document, errors: undefined });
      look(data);
    };
    let turn = 0;
    for (const type of [schema.getQueryType(), ...nodeTypes].filter(isObjectType)) {
      const isRoot = type === schema.getQueryType();
      // The newest has the most to it.
      const id = ids.findLast(({ field }) => field === `${type.name}.id`)?.value;
      if (!isRoot && id === undefined) continue;
      const calls = Object.values(type.getFields()).flatMap((field) => {
        const fill = fillerFor(own, field.name);
        const selection = selectionOf(schema, field.type, 0);
        if (['node', 'nodes'].includes(field.name) || selection === '') return [];
        const varied = placesIn(field)
          // A number of no version of the plan is refused.
          .filter(({ owner, path }) => owner !== 'first' && owner !== 'last' && !(path.includes('where') && path.includes('version')))
          .flatMap(({ path, type: leaf }) => valuesOf(leaf).map((value) => argumentsWith(field, path, value, fill)));
        const page = field.args.some(({ name }) => name === 'first') ? { first: 10 } : {};
        const all = [argumentsWith(field, [], null, fill), ...share(varied, 4, turn++)].map((values) =>
          callWith(field, { ...values, ...page }),
        );
        return [...new Set(all)].map((call) => `${call} ${selection}`);
      });
      for (let from = 0; from < calls.length; from += 10) {
        const selected = calls
          .slice(from, from + 10)
          .map((call, i) => `a${i}: ${call}`)
          .join(' ');
        const document = isRoot ? `{ ${selected} }` : `query ($id: ID!) { node(id: $id) { ... on ${type.name} { ${selected} } } }`;
        await ask(document, isRoot ? {} : { id });
      }
    }
    for (const type of nodeTypes) {
      const found = new Set([...ids.map(({ value }) => value), ...contents.keys()].filter((id) => kindOf(id) === type.name));
      await ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type.name} ${selectionOf(schema, type, 0)} } }`, {
        ids: [...found].slice(0, 50),
      });
    }
    const several = [...contents].filter(([, each]) => each.size > 1).map(([id, each]) => [atob(id), ...each]);
    expect(several).toEqual([]);
    // The shop sells nothing of some families of rate cards.
    const missing = nodeTypes.map(({ name }) => name).filter((name) => !typesReached.has(name) && !name.endsWith('RateCard'));
    expect(missing).toEqual([]);
    // A share of the instants may lead to no recorded state.
    const kinds = IS_WHOLE ? ['ScheduleRow', 'DraftSchedule'] : ['DraftSchedule'];
    expect([...contents.keys()].map((id) => atob(id).split(':')[0])).toEqual(expect.arrayContaining(kinds));
  });
});
