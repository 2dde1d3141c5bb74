import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { fee } from '../support/catalogue.ts';
import { documentOf, SCENARIOS } from '../support/mutations.ts';
import { everyRow } from '../support/rows.ts';
import { IS_WHOLE, share } from '../support/runs.ts';
import { type Filler, type Place, placesIn, withValueAt } from '../support/schema-walk.ts';
import { leastOf } from '../support/trespass.ts';
import { copyOf, openWorld, type World } from '../support/world.ts';

/** Fields of inputs by which a person names something. */
const NAME = /(^name|Name|^namespace|^issuer|^tags?)$/;
/** An action of a rule names a charge. */
const OTHER_NAMES: readonly string[] = ['PricingRuleActionInput.id', 'PricingRuleActionInput.target'];

const isName = ({ owner, type }: Place): boolean =>
  type.name === 'String' && (NAME.test(owner.split('.')[1] ?? '') || OTHER_NAMES.includes(owner));

let world: World;
let schema: GraphQLSchema;
beforeAll(async () => {
  world = await openWorld();
  schema = buildClientSchema((await world.org.ask<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true }))).data);
});

const fieldOf = (mutation: string) => {
  const field = schema.getMutationType()?.getFields()[mutation];
  if (!field) throw new Error(`no mutation ${mutation}`);
  return field;
};
const inputWith = ({ mutation, accepted }: (typeof SCENARIOS)[number], place: Place, name: string) =>
  withValueAt(fieldOf(mutation), accepted(world.ids), place.path, name, filler);

/** What a rate card needs beside its names: a first slab, and a duration. */
const filler: Filler = (field, type) => {
  if (field === 'startAfter') return '0';
  if (field === 'effectiveUntil' && type.name === 'String') return 'P20D';
  return leastOf(field, type) ?? field;
};

/** One scenario of each mutation in which something is named. */
const NAMING = share([...new Map(SCENARIOS.map((scenario) => [scenario.mutation, scenario])).values()], 4, 3);

const placesOf = (mutation: string): readonly Place[] => placesIn(fieldOf(mutation)).filter(isName);
const ownersOf = (mutation: string): readonly string[] => placesOf(mutation).map(({ owner }) => owner);

/** The names that some mutation has refused at their place, and those that one has kept. */
const refusedAtPlace = new Set<string>();
const accepted = new Set<string>();

describe('A name without a visible character is refused, and nothing is written:', () => {
  it.each(NAMING)('$mutation', async (scenario) => {
    const { mutation } = scenario;
    const org = await copyOf(world.org);
    const before = await everyRow(org);
    for (const [i, place] of placesOf(mutation).entries()) {
      const input = inputWith(scenario, place, BLANKS[i % BLANKS.length] ?? '');
      const document = documentOf(mutation, 'userErrors { path }');
      const { data, errors } = await org.ask<Record<string, { userErrors: { path: string[] }[] }>>(document, { input });
      const paths = data[mutation]?.userErrors.map(({ path }) => path.filter((step) => !/^\d+$/.test(step)).join('.')) ?? [];
      expect([place.owner, errors, paths.length > 0]).toEqual([place.owner, undefined, true]);
      if (paths.includes(place.path.join('.'))) refusedAtPlace.add(place.owner);
    }
    expect(await everyRow(org)).toEqual(before);
  });

  // One mutation refuses elsewhere what another refuses at its place: all of them together tell.
  if (IS_WHOLE)
    it('and each is refused at its place by one of them', () => {
      const owners = new Set(NAMING.flatMap(({ mutation }) => ownersOf(mutation)));
      expect([...owners].filter((owner) => !refusedAtPlace.has(owner))).toEqual([]);
    });
});

const BLANKS = ['', ' \t\u3000', '\u200b\ufeff', '\u2800', '\u3164'];

describe('A name is kept without the white space around it:', () => {
  it.each(NAMING)('$mutation', async (scenario) => {
    const { mutation } = scenario;
    for (const place of placesOf(mutation).filter(({ owner }) => !accepted.has(owner))) {
      const org = await copyOf(world.org);
      const input = inputWith(scenario, place, '\u3000\u200bA name \u200e\u3000');
      const { data } = await org.ask<Record<string, { userErrors: object[] }>>(documentOf(mutation, 'userErrors { code }'), { input });
      expect(JSON.stringify(await everyRow(org)), place.owner).not.toContain('\u3000');
      if (data[mutation]?.userErrors.length === 0) accepted.add(place.owner);
    }
  });

  if (IS_WHOLE)
    it('and each is kept by one of them, unless it only refers to what has the name, or is an address', () => {
      const owners = new Set(NAMING.flatMap(({ mutation }) => ownersOf(mutation)));
      expect([...owners].filter((owner) => !accepted.has(owner))).toEqual([
        'RateCardQuantityInput.rateCardName',
        'RegisterStaffIssuerInput.issuer',
      ]);
    });
});

describe('Names are compared as they are kept, so that white space makes no other name:', () => {
  it.each([
    ['createPricePlan', 'Pro', 'ALREADY_EXISTS'],
    ['createAddOn', 'Setup', 'ALREADY_EXISTS'],
    ['updateAddOn', 'Setup', 'ALREADY_EXISTS'],
    ['createFeature', 'Calls', 'ALREADY_EXISTS'],
    ['createUsageMeter', 'Data', 'ALREADY_EXISTS'],
  ])('%s, of "%s"', async (mutation, name, code) => {
    const scenario = SCENARIOS.find((each) => each.mutation === mutation);
    const org = await copyOf(world.org);
    const before = await everyRow(org);
    const input = { ...scenario?.accepted(world.ids), name: ` ${name}\u00a0` };
    const { data } = await org.ask(documentOf(mutation, 'userErrors { code path }'), { input });
    expect(data).toEqual({ [mutation]: { userErrors: [{ code, path: ['input', 'name'] }] } });
    expect(await everyRow(org)).toEqual(before);
  });

  it('a rule and a rate card of one owner', async () => {
    const org = await copyOf(world.org);
    const { basic: pricePlanId, extra } = world.ids;
    const rule = { order: 1, computation: '10', action: { type: 'ADD' } };
    const pricingRules = [
      { ...rule, name: 'Discount' },
      { ...rule, order: 2, name: 'Discount ' },
    ];
    const rules = await org.ask(documentOf('updatePricePlanPricingRules', 'userErrors { code }'), { input: { pricePlanId, pricingRules } });
    expect(rules.data).toEqual({ updatePricePlanPricingRules: { userErrors: [{ code: 'ALREADY_EXISTS' }] } });
    const create = (rateCardName: string) => ({ actionType: 'CREATE', rateCardName, rateCard: fee(extra) });
    const operate = async (operations: object[]) =>
      (await org.ask(documentOf('bulkPricePlanRateCardOperations', 'userErrors { code }'), { input: { pricePlanId, operations } })).data;
    expect(await operate([create('extra'), create(' extra')])).toEqual({
      bulkPricePlanRateCardOperations: { userErrors: [{ code: 'DUPLICATE_NAME' }] },
    });
    expect(await operate([create('extra'), { actionType: 'DELETE', rateCardName: '\u3000extra' }])).toEqual({
      bulkPricePlanRateCardOperations: { userErrors: [] },
    });
  });

  it('a rate card whose quantity is bought', async () => {
    const org = await copyOf(world.org);
    const buy = async (...names: string[]) => {
      const rateCardQuantities = names.map((rateCardName) => ({ rateCardName, quantity: '2' }));
      const input = { accountId: 'contracted', pricePlanId: world.ids.pack, rateCardQuantities };
      const selection = 'purchase { rateCardQuantities { rateCardName } } userErrors { code path }';
      return (await org.ask(documentOf('initiatePurchase', selection), { input })).data;
    };
    expect(await buy('\u2003setup ')).toEqual({
      initiatePurchase: { purchase: { rateCardQuantities: [{ rateCardName: 'setup' }] }, userErrors: [] },
    });
    const path = ['input', 'rateCardQuantities', '1', 'rateCardName'];
    expect(await buy('setup', ' setup')).toEqual({ initiatePurchase: { purchase: null, userErrors: [{ code: 'INVALID_VALUE', path }] } });
    const unknown = { code: 'RATE_CARD_NOT_FOUND', path: ['input', 'rateCardQuantities', '0'] };
    expect(await buy(' none')).toEqual({ initiatePurchase: { purchase: null, userErrors: [unknown] } });
  });
});
