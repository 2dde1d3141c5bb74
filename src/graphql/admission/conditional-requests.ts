import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import { stateOf } from '../../store/state.ts';
import { factsOf } from './facts.ts';
import type { RequestContext } from './request-context.ts';
import { selectsUnseenChanges } from './unseen-changes.ts';

/**
 * Adds an `ETag` to the answer of a GET that names its document, and answers 304 to a GET that sends the current tag (RFC 9110, section 13):
 * it reads the tag alone, whatever the query would read. Errors have no tag, nor do values that change unseen.
 */
export function conditionalRequests(): Plugin<RequestContext, RequestContext> {
  return {
    onExecute: ({ args, setResultAndStopExecution }) => {
      const execution: Execution = args;
      if (!mayHaveTag(execution)) return undefined;
      const { request, store, now } = execution.contextValue;
      const ifNoneMatch = request.headers.get('if-none-match');
      const isAny = ifNoneMatch?.trim() === '*';
      // Begun before the query: the state is of the same batch as the query, or older, and never newer.
      const tag = stateOf(store, now).then(
        (state) => (state === null ? null : tagOf(execution, state)),
        () => null,
      );
      const withTag = {
        onExecuteDone: async ({ result, setResult }: ExecuteDone) => {
          const current = await tag;
          if (current === null || !('data' in result) || result.errors) return;
          // `*` matches any answer, and only now is it known that there is one.
          setResult(isAny ? notModified(current) : { ...result, extensions: { ...result.extensions, http: headersOf(current) } });
        },
      };
      if (ifNoneMatch === null || isAny) return withTag;
      return tag.then((current) => {
        if (current === null || !lists(ifNoneMatch, current)) return withTag;
        setResultAndStopExecution(notModified(current));
        return undefined;
      });
    },
    onResultProcess: ({ result, setResultProcessor }) => {
      const http = 'extensions' in result ? (result.extensions?.http as ResponseInit | undefined) : undefined;
      if (http?.status === NOT_MODIFIED) setResultProcessor((_result, { Response }) => new Response(null, http), 'application/json');
    },
  };
}

type Execution = ExecutionArgs & { readonly contextValue: RequestContext & YogaInitialContext };

interface ExecuteDone {
  readonly result: ExecutionResult | AsyncIterable<unknown>;
  readonly setResult: (result: ExecutionResult) => void;
}

const NOT_MODIFIED = 304;

/** A delegate gets no tag, which would reveal that somebody else changed something. */
function mayHaveTag({ schema, document, operationName, contextValue }: Execution): boolean {
  const { request, store, documentId, version } = contextValue;
  if (store.reach || request.method !== 'GET' || documentId === null || version === null) return false;
  const facts = factsOf(schema, document, operationName);
  return facts !== null && !selectsUnseenChanges(facts);
}

/** A hash of the caller, the document with its variables, the day, the state of the organization and the version of the Worker. */
function tagOf({ operationName, variableValues, contextValue }: Execution, state: string): string {
  const { request, documentId, version, today } = contextValue;
  const caller = request.headers.get('authorization');
  const parts = canonicalize([version, caller, documentId, operationName ?? null, variableValues ?? null, today, state]) ?? '';
  return `W/"${bytesToHex(sha256(utf8ToBytes(parts)).subarray(0, 16))}"`;
}

/** Only the browser may store the answer, and it revalidates each time. */
const headersOf = (tag: string) => ({ headers: { etag: tag, 'cache-control': 'private, no-cache', vary: 'authorization, accept' } });

const notModified = (tag: string): ExecutionResult => ({ data: null, extensions: { http: { status: NOT_MODIFIED, ...headersOf(tag) } } });

/** Whether an `If-None-Match` lists the tag, by weak comparison. */
const lists = (header: string, tag: string): boolean => [...header.matchAll(/"[^"]*"/g)].some(([opaque]) => `W/${opaque}` === tag);
