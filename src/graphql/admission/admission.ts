import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  parse,
  visit,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../operations/context.ts';
import { lacking, type Scope } from '../../operations/scope.ts';
import { LIMITS } from '../limits.ts';
import { tooManyMutations } from '../token/rate-limit.ts';
import { mutationsIn, rootFields, tooManyAliases } from './aliases.ts';
import { answerTooLarge } from './answer-size.ts';
import { unsetCondition } from './condition-variables.ts';
import { undelegated } from './delegable.ts';
import { requireReadable } from './document-size.ts';
import { forbidden } from './forbidden.ts';
import { sharedKey } from './idempotency.ts';
import { locatedError, type Pricing } from './input-errors.ts';
import { requiredScopes } from './required-scopes.ts';
import type { Served } from './served.ts';
import { unsoundArgument } from './sound-arguments.ts';

/**
 * Decides whether an operation may run before it touches D1: its price, its depth, its aliases, its texts, whether it is a delegate's to ask, the
 * scopes that it requires and the idempotency key that it comes with. Everything that runs, and everything refused for its price, says what it
 * cost in `extensions.cost`.
 */
export function admission(): Plugin<Served> {
  return {
    onParse: ({ setParseFn }) => {
      setParseFn((source: string, options?: object) => {
        requireReadable(source);
        return parse(source, options);
      });
    },
    onExecute: ({ args, setExecuteFn, setResultAndStopExecution }) => {
      // Yoga's own executor takes a field aliased `then` for a promise.
      setExecuteFn(execute);
      const { document, schema, operationName, variableValues, contextValue }: ExecutionArgs & { contextValue: Served } = args;
      const chosen = onlyChosen(document, operationName);
      if (!chosen) return undefined;
      // Before pricing, which reads arguments as they are without what was left out.
      const unset = unsetCondition(chosen, variableValues ?? {});
      if (unset) return setResultAndStopExecution({ errors: [unset] });
      const price = priceOf(chosen, { schema, ctx: contextValue, variables: variableValues ?? {} });
      if (price instanceof GraphQLError) return setResultAndStopExecution({ errors: [price] });

      const { usage, reach } = contextValue.store;
      const extensions = () => ({
        cost: {
          requested: price.complexity,
          limit: LIMITS.complexity,
          d1Calls: usage.d1Calls,
          // A row that is looked at and not a delegate's would tell it that there is one.
          ...(!reach && { rowsRead: usage.rowsRead }),
        },
      });
      const refusal =
        tooExpensive(price) ??
        tooManyAliases(chosen) ??
        (contextValue.actor.delegate ? notForDelegates(undelegated(schema, chosen)) : null) ??
        missingScopes(requiredScopes(schema, chosen, variableValues ?? {}), contextValue) ??
        sharedKey(chosen, contextValue) ??
        unsoundArgument(schema, chosen, variableValues ?? {});
      if (refusal) return setResultAndStopExecution({ errors: [refusal], extensions: extensions() });
      // Queries read all of their root fields at once, mutations one after the other.
      if (isQuery(chosen)) contextValue.store.divideAmong(rootFields(chosen).size);
      const done = {
        onExecuteDone: ({ result, setResult }: Done) => {
          if (Symbol.asyncIterator in result) return;
          const tooLarge = answerTooLarge(contextValue);
          const answer = tooLarge ? { data: null, errors: [tooLarge] } : result;
          setResult({ ...answer, extensions: { ...result.extensions, ...extensions() } });
        },
      };
      // The request itself has counted as the first of its mutations.
      const more = mutationsIn(chosen) - 1;
      if (more < 1) return done;
      return contextValue.countMore(more).then((isWithin) => {
        if (isWithin) return done;
        setResultAndStopExecution({ errors: [tooManyMutations()], extensions: extensions() });
        return undefined;
      });
    },
  };
}

interface Done {
  readonly result: ExecutionResult | AsyncIterable<unknown>;
  readonly setResult: (result: ExecutionResult) => void;
}

const isQuery = (document: DocumentNode): boolean => getOperationAST(document)?.operation === OperationTypeNode.QUERY;

interface Price {
  readonly complexity: number;
  readonly depth: number;
}

/** The chosen operation with the fragments: pricing the document's first operation instead would let the others run unpriced. */
function onlyChosen(document: DocumentNode, operationName: string | null | undefined): DocumentNode | null {
  const operation = getOperationAST(document, operationName);
  if (!operation) return null;
  if (document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION).length === 1) return document;
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
}

const constantPrices = new WeakMap<DocumentNode, Price>();

/** The price, or the refusal of an argument that pricing came across. Where nothing can change the price, it is worked out once a document. */
function priceOf(document: DocumentNode, request: Pricing): Price | GraphQLError {
  const known = constantPrices.get(document);
  const price = known ? (wrongVariable(document, request) ?? known) : priced(document, request);
  if (price instanceof GraphQLError) return locatedError(price, document, request);
  if (!known && hasConstantPrice(document)) constantPrices.set(document, price);
  return price;
}

/** What pricing says first of all. */
function wrongVariable(document: DocumentNode, { schema, variables }: Pricing): GraphQLError | null {
  const definitions = getOperationAST(document)?.variableDefinitions ?? [];
  return definitions.length === 0 ? null : (getVariableValues(schema, definitions, variables).errors?.[0] ?? null);
}

/** Whether each request is priced and refused alike: pages and filters are written out, and begin at the beginning, as a cursor is its organization's. */
function hasConstantPrice(document: DocumentNode): boolean {
  let isConstant = true;
  visit(document, {
    Argument({ name, value }) {
      if (CURSORS.has(name.value)) isConstant = false;
      if (!PRICED.has(name.value)) return false;
      visit(value, {
        Variable() {
          isConstant = false;
        },
      });
      return false;
    },
  });
  return isConstant;
}

/** What `priceOfField` and the mappers of arguments look at. */
const PRICED: ReadonlySet<string> = new Set(['first', 'last', 'ids', 'where']);
const CURSORS: ReadonlySet<string> = new Set(['after', 'before']);

function priced(document: DocumentNode, { schema, ctx, variables }: Pricing): Price | GraphQLError {
  try {
    return complexityFromQuery(document, { schema, ctx, variables: { ...variables } });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function tooExpensive({ complexity, depth }: Price): GraphQLError | null {
  const message =
    depth > LIMITS.depth
      ? `The query is ${depth} levels deep; at most ${LIMITS.depth} are allowed.`
      : complexity > LIMITS.complexity
        ? `The query may return ${complexity} objects; at most ${LIMITS.complexity} are allowed. Ask for smaller pages with \`first\`: an object costs 1, times the page sizes above it.`
        : null;
  return message === null ? null : new GraphQLError(message, { extensions: { code: 'QUERY_TOO_EXPENSIVE' } });
}

function missingScopes(required: ReadonlySet<Scope>, { actor }: Context): GraphQLError | null {
  const missing = lacking(required, actor.scopes);
  return missing.length === 0 ? null : forbidden(missing);
}

function notForDelegates(field: string | null): GraphQLError | null {
  if (field === null) return null;
  const message = `A delegate token may not select \`${field}\`: it sees its accounts, and what belongs to them.`;
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN', field } });
}
