import { type ExecutionArgs, type ExecutionResult, GraphQLError, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { execute } from '../../engine/execute/execute.ts';
import { lacking } from '../../operations/scope.ts';
import { LIMITS } from '../limits.ts';
import { tooManyMutations } from '../token/rate-limit.ts';
import { mutationCount, readsSchema, rootFields, tooManyAliases } from './aliases.ts';
import { answerMeter, answerTooLarge } from './answer-size.ts';
import { strayText } from './argument-texts.ts';
import { omittedCondition } from './condition-variables.ts';
import { closedCondition, closedField } from './delegate-fields.ts';
import { completeDescriptions } from './descriptions.ts';
import { parseWithinLimits } from './document-size.ts';
import { type Facts, factsOf, type Variables } from './facts.ts';
import { sharedKey } from './idempotency.ts';
import { overPriced, type Price, priceOf } from './price.ts';
import type { RequestContext } from './request-context.ts';
import { closedToDelegates, deliveredByWebhooks, lacksScopes } from './request-errors.ts';
import { requiredScopes } from './required-scopes.ts';
import { coerceVariables } from './variables.ts';

/**
 * Decides whether an operation may run before it touches D1. Whatever runs, and whatever is refused once its price is known, reports its
 * cost in `extensions.cost`.
 */
export function admission(): Plugin<RequestContext> {
  return {
    onParse: ({ setParseFn }) => setParseFn(parseWithinLimits),
    onSubscribe: ({ setResultAndStopExecution }) => setResultAndStopExecution({ errors: [deliveredByWebhooks()] }),
    onExecute: ({ args, setExecuteFn, setResultAndStopExecution }) => {
      const {
        document,
        schema,
        operationName,
        variableValues,
        contextValue: context,
      }: ExecutionArgs & { contextValue: RequestContext } = args;
      // Yoga's own executor takes a field with the alias `then` for a promise, and completes a shared object for each parent anew.
      setExecuteFn((args: ExecutionArgs) => execute(args, answerMeter(context)));
      const facts = factsOf(schema, document, operationName);
      if (!facts) return undefined;
      const request = pricedRequest(facts, variableValues ?? {}, context);
      if (request instanceof GraphQLError) return setResultAndStopExecution({ errors: [request] });
      const refuse = (error: GraphQLError) => setResultAndStopExecution({ errors: [error], extensions: costOf(request) });
      const error = firstError(request);
      if (error) return refuse(error);

      // The root fields of a query are read at once, those of a mutation one after the other.
      if (facts.operation.operation === OperationTypeNode.QUERY) context.store.divideAmong(rootFields(facts).size);
      const done = {
        onExecuteDone: ({ result, setResult }: ExecuteDone) => {
          if (Symbol.asyncIterator in result) return;
          const tooLarge = answerTooLarge(context);
          const answer = tooLarge ? { data: null, errors: [tooLarge] } : result;
          setResult({ ...answer, extensions: { ...result.extensions, ...costOf(request) } });
        },
      };
      // The request itself has counted as the first of its mutations.
      const furtherMutations = mutationCount(facts) - 1;
      if (readsSchema(facts)) return completeDescriptions(schema, context).then(() => done);
      if (furtherMutations < 1) return done;
      return context.countMore(furtherMutations).then((isWithin) => (isWithin ? done : refuse(tooManyMutations())));
    },
  };
}

interface ExecuteDone {
  readonly result: ExecutionResult | AsyncIterable<unknown>;
  readonly setResult: (result: ExecutionResult) => void;
}

/** An operation that is about to run. */
interface PricedRequest {
  readonly facts: Facts;
  /** The variables as they were sent. */
  readonly sent: Variables;
  /** The same as the executor coerces them. */
  readonly variables: Variables;
  readonly context: RequestContext;
  readonly price: Price;
}

/** A request with its price. An error in a value comes first, since the price depends on values. */
function pricedRequest(facts: Facts, sent: Variables, context: RequestContext): PricedRequest | GraphQLError {
  // First of all: coercion drops what is omitted.
  const omitted = omittedCondition(facts, sent);
  if (omitted) return omitted;
  const variables = coerceVariables(facts, sent);
  if (variables instanceof GraphQLError) return variables;
  const price = priceOf(facts, context, variables);
  return price instanceof GraphQLError ? price : { facts, sent, variables, context, price };
}

/** In the order in which they are made. The first error is the answer. */
const CHECKS: readonly ((request: PricedRequest) => GraphQLError | null)[] = [
  ({ price }) => overPriced(price),
  ({ facts }) => tooManyAliases(facts),
  ({ facts, variables, context }) => beyondDelegate(facts, variables, context),
  ({ facts, variables, context }) => missingScopes(facts, variables, context),
  ({ facts, context }) => sharedKey(facts, context),
  ({ facts, sent }) => strayText(facts, sent),
];

function firstError(request: PricedRequest): GraphQLError | null {
  for (const check of CHECKS) {
    const error = check(request);
    if (error) return error;
  }
  return null;
}

function beyondDelegate(facts: Facts, variables: Variables, { actor }: RequestContext): GraphQLError | null {
  if (!actor.delegate) return null;
  const field = closedField(facts, variables);
  if (field) return closedToDelegates(field, 'select');
  const condition = closedCondition(facts, variables);
  return condition ? closedToDelegates(condition, 'filter by') : null;
}

function missingScopes(facts: Facts, variables: Variables, { actor }: RequestContext): GraphQLError | null {
  const missing = lacking(requiredScopes(facts, variables), actor.scopes);
  return missing.length > 0 ? lacksScopes(missing) : null;
}

/** The cost of a request so far, as `extensions` of its answer. */
function costOf({ price, context: { store } }: PricedRequest): { readonly cost: object } {
  const { usage, reach } = store;
  return {
    cost: {
      requested: price.objects,
      limit: LIMITS.complexity,
      d1Calls: usage.d1Calls,
      // A row that is read or written and does not belong to a delegate would reveal that it exists.
      ...(!reach && { rowsRead: usage.rowsRead, rowsWritten: usage.rowsWritten }),
    },
  };
}
