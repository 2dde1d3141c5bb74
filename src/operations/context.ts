import type { Day } from '../domain/day.ts';
import type { IdKind } from '../domain/id.ts';
import type { DelegateAccess } from '../domain/token/delegate-token.ts';
import type { Store } from '../store/client.ts';
import type { Reach } from '../store/reach.ts';
import type { Scope } from './scope.ts';

/** Who is calling, with what it may do: an API token of one organization, or a delegate of one or of an issuer. */
export interface Actor {
  /** The API token, or the issuer of tokens, which answers for its delegates. */
  readonly id: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Null: the API token itself. */
  readonly delegate: Delegate | null;
}

/** Who calls in the place of an API token or issuer. */
export interface Delegate {
  /** What the log and the audit log call it. */
  readonly id: string;
  readonly reach: Reach;
}

/** What a delegate token says. */
export interface DelegateGrant {
  readonly orgId: string;
  readonly id: string;
  /** The API token that makes it, or the issuer. */
  readonly maker: string;
  readonly reach: Reach;
  readonly access: DelegateAccess;
  /** Milliseconds since the epoch, at a full second. */
  readonly expiresAt: number;
}

/**
 * Waits before a writer that lost a race decides again: longer each time, and by chance, so that writers who lost together do not come back
 * together. `attempt` is the number of the attempt to come, from 2 on.
 */
export type Pause = (attempt: number) => Promise<void>;

/** One request: made once where it enters, passed down, and the only source of time, ids and data. */
export interface Context {
  readonly requestId: string;
  /** Makes one operation of all that come with it and ask for the same; null: each is its own. */
  readonly idempotencyKey: string | null;
  readonly actor: Actor;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The UTC day of `now`. */
  readonly today: Day;
  /** A new id of the kind; later ids sort after earlier ones. */
  readonly newId: (kind: IdKind) => string;
  /** The secret of a new API token. */
  readonly newToken: () => string;
  /** The token of a grant; null where there is no secret to sign it with. */
  readonly signDelegate: ((grant: DelegateGrant) => Promise<string>) | null;
  readonly pause: Pause;
  /** Has a job begin after the answer. Nothing depends on it: the scheduled work does whatever is left to do. */
  readonly beginJob: (jobId: string) => void;
  readonly store: Store;
}
