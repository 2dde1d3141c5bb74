import type { Day } from '../domain/day.ts';
import type { IdKind } from '../domain/id.ts';
import type { Store } from '../store/client.ts';
import type { Scope } from './scope.ts';

/** Who is calling: an API token of one organization, with what it may do. */
export interface Actor {
  readonly id: string;
  readonly scopes: ReadonlySet<Scope>;
}

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
  readonly store: Store;
}
