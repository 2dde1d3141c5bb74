import fc from 'fast-check';
import { bodySchemaOf } from './openapi-schemas.ts';
import type { Organization } from './organization.ts';
import { bodiesOf } from './random-bodies.ts';
import { call } from './rest.ts';
import { addressOf, REST_SCENARIOS, type RestRequest, type RestScenario } from './rest-scenarios.ts';
import { IS_WHOLE, SEED } from './runs.ts';
import { type Id, madeUp, shapeOf } from './trespass.ts';
import { copyOf, type World } from './world.ts';

/**
 * Puts the ids of an owner into the place of the asker's own, in requests of every operation of REST, and compares each answer with that
 * for a made-up id. Returns where they differ.
 * @param world of the asker, whose state the requests change
 */
export async function restLeaksIn(world: World, owners: readonly Id[]): Promise<readonly object[]> {
  const leaks: object[] = [];
  let client = await copyOf(world.org);
  for (const scenario of REST_SCENARIOS) {
    for (const request of requestsOf(scenario, world)) {
      const swaps = swapsOf(request, world, owners);
      if (scenario.route.path.includes('{') && swaps.length === 0) throw new Error(`no owner has what ${scenario.operation} names`);
      for (const [own, foreign] of swaps) {
        const told = await tell(client, scenario, withId(request, own, foreign), foreign);
        // What was accepted may not be accepted twice: each is tried in a state of its own.
        const isDone = scenario.isWrite && told.status < 300;
        const answers = isDone ? await tell(await copyOf(world.org), scenario, withId(request, own, foreign), foreign) : told;
        const asked = isDone ? await copyOf(world.org) : client;
        const unknown = await tell(asked, scenario, withId(request, own, madeUp(foreign)), madeUp(foreign));
        // A name that was accepted is the asker's own from then on.
        if (isDone) client = await copyOf(world.org);
        if (JSON.stringify(answers) !== JSON.stringify(unknown)) leaks.push({ operation: scenario.operation, foreign, answers, unknown });
      }
    }
  }
  return leaks;
}

/** The accepted request of an operation, and random ones, which have its optional fields too. */
function requestsOf({ operation, route, accepted }: RestScenario, { ids }: World): readonly RestRequest[] {
  const { path, ...rest } = accepted(ids);
  const request = { ...rest, path: Object.fromEntries(Object.entries(path).filter(([name]) => route.path.includes(`{${name}}`))) };
  const schema = route.body ? bodySchemaOf(operation) : undefined;
  const bodies = schema ? fc.sample(bodiesOf(schema, ids), { seed: SEED, numRuns: IS_WHOLE ? 20 : 1 }) : [];
  return [request, ...bodies.map((body) => ({ ...request, body: Object(body) }))];
}

/** Chosen ids of a world, each with what the same is called by the owner. */
const CHOSEN: Readonly<Record<string, string>> = {
  acme: 'alpha-customer',
  contracted: 'alpha-account',
  drafting: 'alpha-account',
  spare: 'alpha-account',
  leaving: 'alpha-customer',
  main: 'alpha-alias',
  kept: 'alpha-reserved',
};

/** The ids in a request that an owner has one of, too: each with that. */
function swapsOf(request: RestRequest, { ids }: World, owners: readonly Id[]): readonly (readonly [own: string, foreign: string])[] {
  const text = JSON.stringify(request);
  const generated = Object.values(ids).flatMap((own) => {
    const [kind] = own.split('.');
    const foreign = owners.find(({ value }) => value.startsWith(`${kind}.`))?.value;
    return foreign === undefined ? [] : [[own, foreign] as const];
  });
  return [...generated, ...Object.entries(CHOSEN)].filter(([own]) => text.includes(JSON.stringify(own)));
}

const withId = (request: RestRequest, own: string, other: string): RestRequest =>
  JSON.parse(JSON.stringify(request).replaceAll(JSON.stringify(own), JSON.stringify(other)));

/** A text without an id, and without the beginning of it where the text is cut. */
const withoutId = (text: string, id: string): string =>
  text.replaceAll(id, '<id>').replace(/(?<![\w.-])([\w.-]+)…/g, (cut, beginning: string) => (id.startsWith(beginning) ? '<id>…' : cut));

/** An answer without the id that was sent. Of one that was accepted, the shape: its names and ids are its own. */
async function tell(org: Organization, { route }: RestScenario, request: RestRequest, id: string) {
  const { status, headers, text } = await call(org, route.method, addressOf(route, request), { body: request.body });
  const told = withoutId(text, id);
  return {
    status,
    place: headers.get('x-error-path'),
    code: headers.get('x-error-code'),
    told: status < 300 ? JSON.stringify(shapeOf(JSON.parse(told))) : told,
  };
}
