import type { Context, MiddlewareHandler } from 'hono';
import type { Identity } from '../auth/identity.ts';
import type { Fetch } from '../auth/published-keys.ts';
import type { SignIn } from '../auth/sign-in.ts';
import type { Usage } from '../engine/d1/metered.ts';
import type { Session } from '../engine/d1/session.ts';
import type { Outcome, RequestContext } from '../graphql/admission/request-context.ts';
import type { ErrorLine } from '../graphql/error-log.ts';
import type { Pause } from '../operations/context.ts';

/** What the app needs from its environment. */
export interface Services {
  readonly d1: D1Database;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The secret that signs delegate tokens, at least 32 bytes. Omit to neither make nor accept delegate tokens. */
  readonly delegateSecret?: string | undefined;
  /** The secret that the secrets of webhooks are derived from, at least 32 bytes. Omit to deliver no events. */
  readonly webhookSecret?: string | undefined;
  /** Whether events can be delivered to `http://localhost`. For development only. */
  readonly deliversLocally: boolean;
  /** Fetches the keys of token issuers, and sends events to webhooks. */
  readonly fetch: Fetch;
  /** Whether pages of an origin may call the API from a browser. */
  readonly isAllowedOrigin: (origin: string) => boolean;
  /** What sign-in pages of staff are told. `null`: nothing. */
  readonly signIn: SignIn | null;
  /** The URL that a browser opening /graphql is redirected to. `null`: there is no explorer, as in production. */
  readonly explorer: string | null;
  /** Answers with the static files of the pages for people. `null`: the deployment has none. */
  readonly pages: ((request: Request) => Promise<Response>) | null;
  /** Whether pages are served at a host, given without its port. */
  readonly isPageHost: (host: string) => boolean;
  /** Whether the console is served at `/`. */
  readonly hasConsole: boolean;
  /** Whether errors suggest names of the schema. For development only. */
  readonly suggestions: boolean;
  /** Whether only the documents of `schema/documents` can be run. */
  readonly trustedOnly: boolean;
  /** Whether delegates can run any document, which is logged as an error. For development only. */
  readonly delegatesRunAny: boolean;
  /** The id of the deployment, which every ETag depends on: answers of an earlier deployment are not reused. `null`: no ETags. */
  readonly version: string | null;
  /** Limits the requests of each caller. Omit for no limit. */
  readonly rateLimit?: RateLimit | undefined;
  /** Limits the requests without a valid token from each address. Omit for no limit. */
  readonly failureLimit?: RateLimit | undefined;
  /** Waits before a write that lost a race is retried. Defaults to random pauses that grow with each attempt. */
  readonly pause?: Pause | undefined;
  /** Runs work that the answer does not wait for. */
  readonly afterwards: (work: () => Promise<void>) => void;
  readonly log: (line: RequestLine) => void;
  readonly logError: (line: ErrorLine) => void;
  readonly logRefusedOrigin: (line: RefusedOrigin) => void;
}

/** The log line of a request from a page whose origin is not allowed. */
export interface RefusedOrigin {
  readonly requestId: string;
  readonly origin: string;
}

/**
 * The log line of a request to /graphql, /export or the REST mirror. An export has a line of its own, and one for each page. A line contains neither the
 * document and its variables nor the answer.
 */
export interface RequestLine {
  readonly requestId: string;
  /** `null` if the caller is not authenticated. */
  readonly organization: string | null;
  /** The id of the API token, the token issuer or the staff issuer. A delegate's requests have the id of its issuer. */
  readonly actor: string | null;
  /** The id of the delegate or the person that acted by a token of `actor`. `null`: the actor itself. */
  readonly delegate: string | null;
  readonly operation: string | null;
  /** `OK`, or the code of the first error. */
  readonly outcome: string;
  /** Why the caller's token is not valid, which the caller is not told. `null`: the token is valid. */
  readonly reason: string | null;
  readonly status: number;
  readonly d1Calls: number;
  /** SQL statements of these calls. D1 allows 1,000 in one invocation. */
  readonly statements: number;
  readonly rowsRead: number;
  /** Rows and index entries that D1 bills as written. */
  readonly rowsWritten: number;
  /** Milliseconds from request to response. */
  readonly duration: number;
}

/** What the handlers of one request share. */
export interface Variables {
  readonly requestId: string;
  /** Whether the request is one to the REST mirror. Absent: it is not. */
  readonly isRest: boolean | undefined;
  readonly outcome: Outcome;
  /** The content security policy of a page for people. Absent: the strictest, of an answer that is no page. */
  readonly contentPolicy: string | undefined;
  /** Why the token is not valid, on a 401. */
  readonly reason: string | undefined;
  /** The caller, once it is authenticated. */
  readonly identity: Identity | undefined;
  /** What the request costs, once it is executed. */
  readonly served: { readonly usage: Usage; readonly session: Session } | undefined;
  /** The caller and the instant of the request. For handlers after `identify`. */
  readonly caller: { readonly identity: Identity; readonly at: number };
  /** What the request runs in. For handlers after `opened`. */
  readonly context: RequestContext;
}

/** What the handlers of the app are given. */
export interface AppEnv {
  Bindings: Services;
  Variables: Variables;
}

/** One request, as its handlers see it. */
export type AppContext = Context<AppEnv>;

/** A step of a request: it answers the request, or leaves it to the next step. */
export type AppHandler = MiddlewareHandler<AppEnv>;
