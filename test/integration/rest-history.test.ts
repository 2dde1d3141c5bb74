import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { type Organization, send } from '../support/organization.ts';
import { call } from '../support/rest.ts';
import { type Step, stepsOf } from '../support/rest-histories.ts';
import { everyRow } from '../support/rows.ts';
import { runs } from '../support/runs.ts';
import { copyOf, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

it('a history writes the same rows through REST as through GraphQL, and both refuse the same of it', async () => {
  const seen = { done: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(stepsOf(world.ids), { minLength: 8, maxLength: 25 }), async (steps) => {
      const [mirror, api] = [await copyOf(world.org), await copyOf(world.org)];
      const begin = Date.parse(mirror.now);
      for (const [i, step] of steps.entries()) {
        const now = new Date(begin + (i + 1) * 1_000).toISOString();
        const [byRest, byGraphql] = [await restCode(mirror, step, now), await graphqlCode(api, step, now)];
        expect([step, byRest]).toEqual([step, byGraphql]);
        seen[byRest === null ? 'done' : 'refused'] += 1;
      }
      expect(await comparable(mirror)).toEqual(await comparable(api));
    }),
    runs(60, { everyday: 4 }),
  );
  // Neither is rare: a history of refusals would show nothing.
  expect(Math.min(seen.done, seen.refused)).toBeGreaterThan((seen.done + seen.refused) / 10);
});

/** Sends a step, and returns why it was refused. `null`: it was done. */
async function restCode(org: Organization, { rest: [method, path, body] }: Step, now: string): Promise<string | null> {
  org.now = new Date(Date.parse(now) - 1).toISOString();
  return (await call(org, method, path, { body })).headers.get('x-error-code');
}

async function graphqlCode(org: Organization, { graphql: [mutation, input] }: Step, now: string): Promise<string | null> {
  org.now = now;
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`;
  const answer = await (await send('/graphql', { query, variables: { input } }, org.headers)).json<GraphqlAnswer>();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data[mutation]?.userErrors[0]?.code ?? null;
}

interface GraphqlAnswer {
  readonly data: Readonly<Record<string, { readonly userErrors: readonly { readonly code: string }[] }>>;
  readonly errors?: readonly object[];
}

/** Every row of an organization, without what is its own: the last digits of ids, the ids of requests, its token, and the keys of shared content. */
async function comparable(org: Organization): Promise<object> {
  const { organizations: _own, api_tokens: _tokens, ...rows } = await everyRow(org);
  return Object.fromEntries(
    Object.entries(rows).map(([table, all]) => {
      const texts = all.map((row) =>
        JSON.stringify(row)
          .replaceAll(org.orgId, '<organization>')
          .replace(/"(actor|content_key|set_key)":("[^"]*"|\d+),?/g, '')
          .replace(/\b([a-z]+\.[0-9A-Za-z]{11})\.[0-9A-Za-z]{5}\b/g, '$1')
          .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<request>'),
      );
      return [table, texts.toSorted()];
    }),
  );
}
