import type { Context } from '../../operations/context.ts';
import type { ErrorLine } from '../error-log.ts';

/** A request as GraphQL is handed it: the operations' context, and what GraphQL tells of beside its answer. */
export interface Served extends Context {
  /** Whether errors name what the schema knows that is like an unknown name. */
  readonly suggestions: boolean;
  /** Whether documents that do not ship with the API are refused. */
  readonly trustedOnly: boolean;
  /** Whether the document is one that ships with the API. Known once the request is read, before anything of it runs. */
  isTrusted: boolean;
  /** The id by which the document was named; null: only its text was sent. Known at the same time. */
  documentId: string | null;
  /** Another for every deployment of the Worker; null where that is not known. */
  readonly version: string | null;
  /** Counts as many more requests against the caller's rate limit. False: one of them is over it. */
  readonly countMore: (times: number) => Promise<boolean>;
  /** Logs what no caller is at fault for. */
  readonly logError: (line: ErrorLine) => void;
  /** What became of the request, for the log. */
  readonly outcome: Outcome;
}

/** Filled as the request is served. */
export interface Outcome {
  /** What the caller calls the operation. */
  operation: string | null;
  /** The code of the first error; OK when there is none. */
  code: string;
}
