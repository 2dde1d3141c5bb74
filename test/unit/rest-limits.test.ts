import { Kind, parse, print, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readRequest } from '../../src/rest/read-request.ts';
import { ROUTES } from '../../src/rest/routes.ts';
import { excessesOf, sampleOf } from '../support/rest-bodies.ts';
import { OPERATIONS } from '../support/rest-contract.ts';

const served = OPERATIONS.flatMap(({ operation, method, body }) => {
  const route = ROUTES.find((each) => each.operation === operation);
  return route && body !== null ? [{ operation, method, type: body, route }] : [];
});

const read = (route: (typeof ROUTES)[number], method: string, body: unknown) =>
  readRequest(route, new Request('https://api.example.com/', { method, body: JSON.stringify(body) }));

/** What the contract does not say of a field: a rate card has the details of its own family alone, and a pre-action is a license update. */
const WITHIN: Readonly<Record<string, (value: unknown) => unknown>> = {
  rateCardDetails: (details) => ({ minimumCommitmentRateCard: Object(details).minimumCommitmentRateCard }),
  config: (config) => ('key' in Object(config) ? { licenseId: 'seats', updateType: 'RELATIVE', quantity: '-1e-2' } : config),
};

/** The same with a field that nobody knows, in each object that has fields of its own: a map has none. */
function withUnknown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknown);
  if (typeof value !== 'object' || value === null || 'key' in value) return value;
  return {
    ...Object.fromEntries(Object.entries(value).map(([name, each]) => [name, name === 'config' ? each : withUnknown(each)])),
    unheardOf: { of: 1 },
  };
}

describe.each(served)('the body of $operation', ({ method, type, route }) => {
  it('may have every field of the contract', async () => {
    const body = JSON.parse(JSON.stringify(sampleOf(type)), (key: string, value: unknown) => WITHIN[key]?.(value) ?? value);
    expect(await read(route, method, body)).toMatchObject({ body: expect.anything() });
    // A field of a newer client is ignored, wherever it is.
    expect(await read(route, method, withUnknown(body))).toEqual(await read(route, method, body));
  });

  it.each(excessesOf(type).map(({ place, limit, body }) => [place, limit, body] as const))(
    'is refused where %s is beyond its limit: %s',
    async (place, _limit, body) => {
      expect(await read(route, method, body)).toMatchObject({
        refused: { status: 400, code: 'BAD_REQUEST', place, message: expect.stringContaining(`${place}: `) },
      });
    },
  );
});

describe('a list in an answer', () => {
  /** Lists that are never longer than their page: an account has 10 aliases at most. */
  const WHOLE = new Set(['aliases(first: 10, at: $at)']);

  it('has a next page, or tells that it is cut', () => {
    const silent = new Set<string>();
    for (const { document } of ROUTES) {
      visit(parse(document.toString()), {
        Field(field) {
          const isPage = field.arguments?.some(({ name }) => name.value === 'first');
          const parts = field.selectionSet?.selections.flatMap((each) => (each.kind === Kind.FIELD ? [each.name.value] : []));
          if (isPage && !parts?.includes('pageInfo')) silent.add(print({ ...field, selectionSet: undefined, directives: [] }));
        },
      });
    }
    expect(silent).toEqual(WHOLE);
  });
});
