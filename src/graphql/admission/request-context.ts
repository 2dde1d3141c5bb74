import type { Context } from '../../operations/context.ts';
import type { ErrorLine } from '../error-log.ts';

/** The context of a request in GraphQL: that of the operations, and what its checks and its log need. */
export interface RequestContext extends Context {
  /** Whether an error about an unknown name suggests similar names of the schema. */
  readonly suggestions: boolean;
  /** Whether only documents that ship with the API run. */
  readonly trustedOnly: boolean;
  /** Reports a document that production would refuse to run for this caller. `null`: there is none. For development only. */
  readonly reportUntrusted: (() => void) | null;
  /** The id by which the request names its document. `null`: it has only the text. Set when the body is read. */
  documentId: string | null;
  /** Answers with the files beside the Worker. `null`: the deployment has none. */
  readonly pages: ((request: Request) => Promise<Response>) | null;
  /** The deployment of the Worker. `null`: unknown. */
  readonly version: string | null;
  /** Counts this many more requests against the caller's rate limit. Returns whether all are within it. */
  readonly countMore: (times: number) => Promise<boolean>;
  /** Logs an error that no caller caused. */
  readonly logError: (line: ErrorLine) => void;
  /** The end of the request, for the log. */
  readonly outcome: Outcome;
}

/** What Yoga is given beside a request. It copies what it is given property by property, so the context is one of them. */
export type ServerContext = { readonly context: RequestContext };

/** How a request ended. Filled while it is answered. */
export interface Outcome {
  /** The name of the operation in the document. */
  operation: string | null;
  /** The code of the first error. OK when there is none. */
  code: string;
}
