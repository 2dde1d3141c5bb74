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
  /** What its tokens say as `iss`. */
  readonly issuer: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Null: they are at `jwksUri`. */
  readonly jwks: KeySet | null;
  readonly jwksUri: string | null;
}

type Registration = Pick<LiveIssuer, 'orgId' | 'id'>;

/** Like an API token, an issuer that is removed is trusted for reading a little longer, and for writing never. */
const trusted = new Trust<LiveIssuer>();

/** The issuer of a registration that is not removed. Costs one row, or nothing while it is trusted. */
export const liveIssuer = ({ orgId, id }: Registration, at: LookUp): Promise<Verified<LiveIssuer>> =>
  trusted.of(JSON.stringify([orgId, id]), at, async () => {
    const query = at.d1
      .prepare('select issuer, jwks, jwks_uri, scopes from token_issuers where org_id = ? and id = ? and removed_at is null')
      .bind(orgId, id);
    const row = await reading(() => query.first<{ issuer: string; jwks: string | null; jwks_uri: string | null; scopes: string }>());
    if (!row) return unverified('unknown or removed issuer');
    const { issuer, jwks, jwks_uri: jwksUri, scopes } = row;
    // A key that was registered under weaker checks verifies nothing.
    return verified({ id, orgId, issuer, scopes: scopesIn(scopes), jwks: jwks === null ? null : usableKeys(JSON.parse(jwks)), jwksUri });
  });

/** Trusts an issuer no longer: a write has found it removed. */
export const distrustIssuer = (removed: Registration): void =>
  trusted.forget(({ orgId, id }) => orgId === removed.orgId && id === removed.id);
