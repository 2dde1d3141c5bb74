import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';
import { LIMITS } from '../limits.ts';

export const RateLimit = builder.objectRef<typeof LIMITS.rate>('RateLimit').implement({
  description:
    'The rate limit of a token. A request counts once, and a request with several mutations counts once for each of them: all of them run, or none. Each network location counts separately, and the remaining number is not available. A request over the limit is answered with 429 and the seconds to wait in `Retry-After`.',
  fields: (t) => ({
    limit: t.exposeInt('limit', { description: 'Number of requests that one token may send in a period.' }),
    period: t.exposeInt('period', { description: 'Length of the period in seconds.' }),
  }),
});

builder.queryField('rateLimit', (t) =>
  t.field({
    type: RateLimit,
    description: 'Returns the rate limit of the token.',
    deprecationReason: 'Use `viewer.rateLimit`. Last day: 2027-12-31.',
    resolve: () => LIMITS.rate,
  }),
);

/** Returns the error of a request whose mutations exceed the rate limit. */
export function tooManyMutations(): GraphQLError {
  const { limit, period } = LIMITS.rate;
  const message = `This token has sent more than ${limit} requests in ${period} seconds, each mutation counted as one. None of these mutations ran; wait ${period} seconds.`;
  const http = { status: 429, headers: { 'retry-after': String(period) } };
  return new GraphQLError(message, { extensions: { code: 'RATE_LIMITED', http } });
}
