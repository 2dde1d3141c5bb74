import type { Day } from '../domain/day.ts';
import type { IdKind } from '../domain/id.ts';
import type { Result } from '../domain/result.ts';
import type { DelegateAccess } from '../domain/token/delegate-token.ts';
import type { AddressRules } from '../domain/webhook/webhook.ts';
import type { Store } from '../store/client.ts';
import type { Reach } from '../store/reach.ts';
import type { CardCycleBudget } from './rating/card-cycles.ts';
import type { Scope } from './scope.ts';

/** The caller and its scopes: an API token, a delegate of an API token or of a token issuer, or a person of a staff issuer. */
export interface Actor {
  /** The id of the API token, the token issuer or the staff issuer. */
  readonly id: string;
  readonly scopes: ReadonlySet<Scope>;
  /** When the caller's token expires, in milliseconds since 1970. `null`: never. */
  readonly expiresAt: number | null;
  /** `null`: no delegate calls. */
  readonly delegate: Delegate | null;
  /** `null`: no person of a staff issuer calls. */
  readonly staff: Staff | null;
}

/** A person who signed in at the organization's identity provider. */
export interface Staff {
  /** The name of the person in the request log and the audit log: the `sub` claim of the person's token. */
  readonly id: string;
  /** When the token was issued, in milliseconds since 1970. */
  readonly issuedAt: number;
  /** The revision of the issuer that the scopes were computed from. */
  readonly revision: number;
}

/** The name of whoever calls on behalf of the actor, as the logs have it. `null`: the actor itself calls. */
export const personOf = ({ delegate, staff }: Actor): string | null => delegate?.id ?? staff?.id ?? null;

/** A delegate that calls on behalf of an API token or token issuer. */
export interface Delegate {
  /** The name of the delegate in the request log and the audit log. */
  readonly id: string;
  readonly reach: Reach;
  readonly access: DelegateAccess;
}

/** The content of a delegate token. */
export interface DelegateGrant {
  readonly orgId: string;
  readonly id: string;
  /** The id of the API token or token issuer that made it. */
  readonly maker: string;
  readonly reach: Reach;
  readonly access: DelegateAccess;
  /** Milliseconds since 1970, at a full second. */
  readonly expiresAt: number;
}

/**
 * Waits before a writer that lost a race tries again. The pause grows and is random, so that writers that lost together do not return
 * together. `attempt` is the number of the next attempt, from 2 on.
 */
export type Pause = (attempt: number) => Promise<void>;

/** What a request needs to manage webhooks. */
export interface Webhooks {
  /** The key that secrets are derived from. `null`: the deployment has none, and delivers nothing. */
  readonly key: Uint8Array | null;
  readonly rules: AddressRules;
  /** Refuses a document that no payload could answer, or that requires scopes that the caller lacks. */
  readonly checkDocument: (text: string) => Result<unknown>;
}

/** One request. It is created where the request enters, and is the only source of time, ids and data. */
export interface Context {
  readonly requestId: string;
  /** Makes one operation of all requests with this key and the same input. `null`: the request has no key. */
  readonly idempotencyKey: string | null;
  readonly actor: Actor;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The UTC day of `now`. */
  readonly today: Day;
  /** Returns a new id of the kind. Later ids sort after earlier ones. */
  readonly newId: (kind: IdKind) => string;
  /** Returns the secret of a new API token. */
  readonly newToken: () => string;
  /** Returns the token of a grant. `null` if there is no secret to sign it with. */
  readonly signDelegate: ((grant: DelegateGrant) => Promise<string>) | null;
  readonly pause: Pause;
  /** Starts a job, or the erasure of a customer, after the answer is sent. Optional, because the scheduled run does what remains. */
  readonly beginJob: (id: string) => void;
  /** Delivers events to the webhooks of the organization after the answer is sent. Optional, because the scheduled run does what remains. */
  readonly followChange: () => void;
  readonly webhooks: Webhooks;
  /** What the request may still price. */
  readonly cardCycles: CardCycleBudget;
  readonly store: Store;
}
