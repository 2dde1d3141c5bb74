import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import { stateOf } from '../../store/state.ts';
import { asksForUnseen } from './changes-unseen.ts';
import type { Served } from './served.ts';

/**
 * Gives the answer to a GET that names its document an `ETag`, and answers 304 to one that brings that tag along (RFC 9110, section
 * 13): at the price of the tag, whatever the query would read. Nothing that is an error has a tag, and nothing that changes unseen.
 */
export function conditionalRequests(): Plugin<Served, Served> {
  return {
    onExecute: ({ args, setResultAndStopExecution }) => {
      const asked: Asked = args;
      if (!mayHaveTag(asked)) return undefined;
      const { request, store, now } = asked.contextValue;
      const known = request.headers.get('if-none-match');
      const isAny = known?.trim() === '*';
      // Begun before the query: of its snapshot where both go out as one batch, and never of a later one.
      const tag = stateOf(store, now).then(
        (state) => tagOf(asked, state),
        () => null,
      );
      const withTag = {
        onExecuteDone: async ({ result, setResult }: Done) => {
          const current = await tag;
          if (current === null || !('data' in result) || result.errors) return;
          // Whether there is any answer to have is known only now.
          setResult(isAny ? notModified(current) : { ...result, extensions: { ...result.extensions, http: headersOf(current) } });
        },
      };
      if (known === null || isAny) return withTag;
      return tag.then((current) => {
        if (current === null || !names(known, current)) return withTag;
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

type Asked = ExecutionArgs & { readonly contextValue: Served & YogaInitialContext };

interface Done {
  readonly result: ExecutionResult | AsyncIterable<unknown>;
  readonly setResult: (result: ExecutionResult) => void;
}

const NOT_MODIFIED = 304;

/** A delegate is given none: that others have changed something is not its to know. */
function mayHaveTag({ schema, document, contextValue: { request, store, documentId, version } }: Asked): boolean {
  if (store.reach) return false;
  return request.method === 'GET' && documentId !== null && version !== null && !asksForUnseen(schema, document);
}

/** Who asks for what, on which day, of which state of the organization, and answered by which version of the Worker. */
function tagOf({ operationName, variableValues, contextValue }: Asked, state: string): string {
  const { request, documentId, version, today } = contextValue;
  const caller = request.headers.get('authorization');
  const all = canonicalize([version, caller, documentId, operationName ?? null, variableValues ?? null, today, state]) ?? '';
  return `W/"${bytesToHex(sha256(utf8ToBytes(all)).subarray(0, 16))}"`;
}

/** For the browser alone, and never without asking. */
const headersOf = (tag: string) => ({ headers: { etag: tag, 'cache-control': 'private, no-cache', vary: 'authorization, accept' } });

const notModified = (tag: string): ExecutionResult => ({ data: null, extensions: { http: { status: NOT_MODIFIED, ...headersOf(tag) } } });

/** Whether an `If-None-Match` lists the tag: compared as weak ones are. */
const names = (header: string, tag: string): boolean => [...header.matchAll(/"[^"]*"/g)].some(([opaque]) => `W/${opaque}` === tag);
