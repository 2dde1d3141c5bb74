import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from './request-context.ts';
import { describeScopes } from './scope-descriptions.ts';

/**
 * Completes the descriptions of a schema before it is introspected. The deployed Worker has `src/substitutes/descriptions.ts` in place of this
 * module: descriptions are no part of its bundle.
 */
export async function completeDescriptions(schema: GraphQLSchema, _context: Pick<RequestContext, 'pages'>): Promise<void> {
  describeScopes(schema);
}
