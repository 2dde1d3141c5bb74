import { type KeySet, usableKeys } from '../domain/token/token-issuer.ts';
import { reading } from '../engine/d1/unavailable.ts';
import type { Scope } from '../operations/scope.ts';
import { scopesIn } from './scopes.ts';
import { type LookUp, Trust } from './trust.ts';
import { unverified, type Verified, verified } from './verified.ts';

/** An issuer that was not removed when it was looked up. */
export interface LiveIssuer {
  readonly id: string;
  readonly orgId: string;
  /** The `iss` claim of its tokens. */
  readonly issuer: string;
  readonly scopes: ReadonlySet<Scope>;
  /** The issuer's public keys. `null`: they are fetched from `jwksUri`. */
  readonly jwks: KeySet | null;
  readonly jwksUri: string | null;
}

type Registration = Pick<LiveIssuer, 'orgId' | 'id'>;

/** Tokens of a removed issuer can still read until its entry expires. They cannot write: every write asserts that its issuer is live. */
const trusted = new Trust<LiveIssuer>();

/** Returns the issuer of a registration, or the reason that there is none. Reads one row, or nothing while the issuer is trusted. */
export const liveIssuer = ({ orgId, id }: Registration, at: LookUp): Promise<Verified<LiveIssuer>> =>
  trusted.of(JSON.stringify([orgId, id]), at, async () => {
    const query = at.d1
      .prepare('select issuer, jwks, jwks_uri, scopes from token_issuers where org_id = ? and id = ? and removed_at is null')
      .bind(orgId, id);
    const row = await reading(() => query.first<{ issuer: string; jwks: string | null; jwks_uri: string | null; scopes: string }>());
    if (!row) return unverified('unknown or removed issuer');
    const { issuer, jwks, jwks_uri: jwksUri, scopes } = row;
    // Stored keys are checked again: one that was registered under weaker rules must not verify a token.
    return verified({ id, orgId, issuer, scopes: scopesIn(scopes), jwks: jwks === null ? null : usableKeys(JSON.parse(jwks)), jwksUri });
  });

/** Removes an issuer from the trusted ones, after a write found it removed. */
export const distrustIssuer = (removed: Registration): void =>
  trusted.forget(({ orgId, id }) => orgId === removed.orgId && id === removed.id);
