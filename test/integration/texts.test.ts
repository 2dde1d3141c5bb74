import { buildClientSchema, type GraphQLNamedType, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, SCENARIOS } from '../support/mutations.ts';
import { everyRow } from '../support/rows.ts';
import { textPlaces, withValueAt } from '../support/schema-walk.ts';
import { leastOf } from '../support/trespass.ts';
import { copyOf, openWorld, type World } from '../support/world.ts';

/** Longer than any text may be. */
const ENDLESS = 'x'.repeat(20_000);

let world: World;
let schema: GraphQLSchema;
beforeAll(async () => {
  world = await openWorld();
  schema = buildClientSchema((await world.org.ask<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true }))).data);
});

describe('a text without end is refused wherever an input takes one, and nothing is written:', () => {
  it.each(SCENARIOS)('$mutation', async ({ mutation, accepted }) => {
    const field = schema.getMutationType()?.getFields()[mutation];
    if (!field) throw new Error(`no mutation ${mutation}`);
    const org = await copyOf(world.org);
    const before = await everyRow(org);
    for (const place of textPlaces(field)) {
      const input = withValueAt(field, accepted(world.ids), place, ENDLESS, filler);
      const document = documentOf(mutation, 'userErrors { code }');
      const { data, errors } = await org.ask<Record<string, { userErrors: object[] }>>(document, { input });
      expect([place, errors]).toEqual([place, undefined]);
      expect(data[mutation]?.userErrors.length, place.join('.')).toBeGreaterThan(0);
    }
    expect(await everyRow(org)).toEqual(before);
  });
});

/** What a call needs beside the text in question. */
const filler = (name: string, type: GraphQLNamedType): unknown => leastOf(name, type) ?? name;
