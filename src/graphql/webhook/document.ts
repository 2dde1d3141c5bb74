import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, OperationTypeNode, validate } from 'graphql';
import { invalid } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Context } from '../../operations/context.ts';
import { lacking, lackText } from '../../operations/scope.ts';
import { tooManyAliases } from '../admission/aliases.ts';
import { parseWithinLimits } from '../admission/document-size.ts';
import { factsOf, includedFields } from '../admission/facts.ts';
import { overPriced, priceOf } from '../admission/price.ts';
import { requiredScopes } from '../admission/required-scopes.ts';
import { schema } from '../schema.ts';

const EXAMPLE = '`subscription { event { kinds account { accountId } } }`';

/**
 * Returns the document of an endpoint. Refuses what no payload could answer: another operation than one subscription, variables, nothing, what
 * the schema does not have, what the caller's scopes do not cover, and what a request would be refused for by its size or its price.
 */
export function parseWebhookDocument(text: string, context: Pick<Context, 'actor'> & Context): Result<DocumentNode> {
  const refused = (message: string) => refuse(invalid(message));
  try {
    const document = parseWithinLimits(text);
    const operations = document.definitions.filter((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION);
    const [operation, ...more] = operations;
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION || more.length > 0)
      return refused(`Must be one subscription, such as ${EXAMPLE}.`);
    if (operation.variableDefinitions?.length) return refused('A subscription of a webhook has no variables. Write the values into it.');
    const [error] = validate(schema, document);
    if (error) return refused(error.message);
    const facts = factsOf(schema, document);
    if (!facts) return refused(`Must be one subscription, such as ${EXAMPLE}.`);
    if (!includedFields(facts, {}).some(({ selection }) => selection.length === 0))
      return refused('Selects nothing, because `@skip` or `@include` leaves all of it out.');
    const missing = lacking(requiredScopes(facts, {}), context.actor.scopes);
    if (missing.length > 0) return refused(lackText(missing));
    const price = priceOf(facts, context, {});
    const excess = price instanceof GraphQLError ? price : (overPriced(price) ?? tooManyAliases(facts));
    return excess ? refused(excess.message) : ok(document);
  } catch (error) {
    if (error instanceof GraphQLError) return refused(error.message);
    throw error;
  }
}
