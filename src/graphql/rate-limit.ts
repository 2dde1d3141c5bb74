import { builder } from './builder.ts';
import { LIMITS } from './limits.ts';

const RateLimit = builder.objectRef<typeof LIMITS.rate>('RateLimit').implement({
  description:
    'The rate limit of a token. Each network location counts separately, and the remaining number is not available. A request over the limit is answered with 429 and the seconds to wait in `Retry-After`.',
  fields: (t) => ({
    limit: t.exposeInt('limit', { description: 'Number of requests that one token may send in a period.' }),
    period: t.exposeInt('period', { description: 'Length of the period in seconds.' }),
  }),
});

builder.queryField('rateLimit', (t) =>
  t.field({ type: RateLimit, description: 'Returns the rate limit of the token.', resolve: () => LIMITS.rate }),
);
