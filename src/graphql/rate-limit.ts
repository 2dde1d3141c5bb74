import { builder } from './builder.ts';
import { LIMITS } from './limits.ts';

const RateLimit = builder.objectRef<typeof LIMITS.rate>('RateLimit').implement({
  description:
    'How often a token may call. Each location of the network counts for itself, and none can tell what is left: one call too many is answered 429, with the seconds to wait in `Retry-After`.',
  fields: (t) => ({
    limit: t.exposeInt('limit', { description: 'Requests of one token in a period.' }),
    period: t.exposeInt('period', { description: 'Seconds.' }),
  }),
});

builder.queryField('rateLimit', (t) =>
  t.field({ type: RateLimit, description: 'How often this token may call.', resolve: () => LIMITS.rate }),
);
