import {
  buildClientSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  type IntrospectionQuery,
  isInputObjectType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, SCENARIOS } from '../support/mutations.ts';
import { everyRow } from '../support/rows.ts';
import { share } from '../support/runs.ts';
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
  it.each(share(SCENARIOS, 6, 2))('$mutation', async ({ mutation, accepted }) => {
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

/** What shows nothing, or makes what is shown look like something else. */
const MISLEADING = {
  blank: ' \u2003',
  'of another direction': 'abc\u202edef',
};

/** Whether the description of a field, or of its input, says what it does with such a text. What programs read is shown to nobody. */
const DOCUMENTED = { blank: /\bblank\b/, 'of another direction': /JSON logic|The value, as text/ };

describe.each(['blank', 'of another direction'] as const)('a text that is %s is refused, or its field says what becomes of it:', (kind) => {
  it.each(share(SCENARIOS, 6, 2))('$mutation', async ({ mutation, accepted }) => {
    const field = schema.getMutationType()?.getFields()[mutation];
    if (!field) throw new Error(`no mutation ${mutation}`);
    const document = documentOf(mutation, 'userErrors { code path message }');
    const taken: string[] = [];
    let org = world.org;
    for (const place of textPlaces(field)) {
      if (DOCUMENTED[kind].test(descriptionAt(field, place))) continue;
      // Nothing is written but what should have been refused.
      if (org === world.org) org = await copyOf(world.org);
      const input = withValueAt(field, accepted(world.ids), place, MISLEADING[kind], filler);
      const { data, errors } = await org.ask<Record<string, { userErrors: { message: string }[] }>>(document, { input });
      expect([place, errors]).toEqual([place, undefined]);
      const refusals = data[mutation]?.userErrors ?? [];
      if (refusals.length === 0) taken.push(place.join('.'));
      for (const { message } of refusals) expect(message).toMatch(/^["`A-Z\d].*\.$/s);
    }
    expect(taken).toEqual([]);
  });
});

/** The descriptions of a place of the arguments of a field, and of the inputs that it is in. */
function descriptionAt(field: GraphQLField<unknown, unknown>, [first = '', ...path]: readonly string[]): string {
  const found = field.args.find(({ name }) => name === first);
  const described: (string | null | undefined)[] = [];
  let type = getNamedType(found?.type);
  for (const name of path) {
    if (!isInputObjectType(type)) break;
    const inner = type.getFields()[name];
    described.push(type.description, inner?.description);
    type = getNamedType(inner?.type);
  }
  return described.join(' ');
}

/** What a call needs beside the text in question. */
const filler = (name: string, type: GraphQLNamedType): unknown => leastOf(name, type) ?? name;
