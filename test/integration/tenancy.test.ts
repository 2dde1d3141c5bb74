import { buildClientSchema, type GraphQLNamedType, getIntrospectionQuery, type IntrospectionQuery, isObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { rateCardSetId } from '../../src/domain/rate-card/set.ts';
import { oneOfEverything } from '../support/everything.ts';
import type { Organization } from '../support/organization.ts';
import { restLeaksIn } from '../support/rest-trespass.ts';
import { everyRow } from '../support/rows.ts';
import { isAnything } from '../support/schema-walk.ts';
import { everyId, type Id, kindOf, leaksIn, SOME, type Stranger } from '../support/trespass.ts';
import { openWorld } from '../support/world.ts';

let owner: Organization;
let stranger: Stranger;
/** What both have come across, each asking for nothing but its own. */
let seenByBoth: readonly Id[] = [];

beforeAll(async () => {
  owner = await oneOfEverything('alpha');
  const client = await oneOfEverything('bravo');
  const { data } = await owner.ask<IntrospectionQuery>(getIntrospectionQuery({ inputValueDeprecation: true }));
  const schema = buildClientSchema(data);
  const strangers = await everyId(schema, client, isAnything, SOME);
  const own = new Map(strangers.map(({ field, value }) => [field, value] as const).reverse());
  const known = new Set(strangers.map(({ value }) => value));
  const owners = await everyId(schema, owner, isAnything, SOME);
  seenByBoth = owners.filter(({ value }) => known.has(value) && !SAME_EVERYWHERE.has(value));
  const only = owners.filter(({ value }) => !known.has(value));
  const ids = [...new Map(only.map((id) => [id.field + kindOf(id.value), id] as const)).values()];
  stranger = { schema, client, ids, own, isOpen: isAnything };
});

describe('another organization', () => {
  it('is given ids of everything there is', () => {
    const { ids, schema } = stranger;
    const seen = new Set(ids.map(({ value }) => kindOf(value)));
    const types = Object.values(schema.getTypeMap()).filter(isNode);
    expect(types.map(({ name }) => name).filter((name) => !seen.has(name) && !LEFT_OUT.has(name))).toEqual([]);
  });

  it('comes across none of them by itself', () => expect(seenByBoth).toEqual([]));

  it('is answered by every query as for an id that does not exist, at the same cost', async () => {
    expect(await leaksIn(stranger, 'query', stranger.schema.getQueryType())).toEqual([]);
  });

  it('is answered by every field of its own things as for an id that does not exist', async () => {
    const { own, schema } = stranger;
    for (const type of Object.values(schema.getTypeMap())) {
      const id = isNode(type) ? own.get(`${type.name}.id`) : undefined;
      if (id !== undefined) expect(await leaksIn(stranger, 'query', type, id)).toEqual([]);
    }
  });

  it('is answered by every mutation as for an id that does not exist, and changes nothing of the owner', async () => {
    const before = await everyRow(owner);
    expect(await leaksIn(stranger, 'mutation', stranger.schema.getMutationType())).toEqual([]);
    expect(await everyRow(owner)).toEqual(before);
  });

  it('is answered by every operation of REST as for an id that does not exist, and changes nothing of the owner', async () => {
    const before = await everyRow(owner);
    expect(await restLeaksIn(await openWorld(), stranger.ids)).toEqual([]);
    expect(await everyRow(owner)).toEqual(before);
  });
});

/** What says nothing of whose it is: the id that every shop gives its account, and that of no rate cards. */
const SAME_EVERYWHERE: ReadonlySet<string> = new Set(['acme', rateCardSetId([])]);

/** Nodes that need more than an empty shop to exist. */
const LEFT_OUT: ReadonlySet<string> = new Set(['CreditGrantRateCard', 'EntitlementOverageRateCard', 'MinimumCommitmentRateCard']);

const isNode = (type: GraphQLNamedType): boolean => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
