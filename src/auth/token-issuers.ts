import { and, eq, isNull } from 'drizzle-orm';
import { type Registration, usableKeys } from '../domain/token/token-issuer.ts';
import type { Scope } from '../operations/scope.ts';
import { openTables } from '../store/client.ts';
import { tokenIssuers } from '../store/tables/index.ts';
import type { SigningIssuer } from './issued-claims.ts';
import { knownScopes } from './scopes.ts';
import { type LookUp, Trust } from './trust.ts';
import { unverified, type Verified, verified } from './verified.ts';

/** An issuer that was not removed when it was looked up. */
export interface LiveIssuer extends SigningIssuer {
  readonly scopes: ReadonlySet<Scope>;
}

/** Tokens of a removed issuer can still read until its entry expires. They cannot write: every write asserts that its issuer is live. */
const trusted = new Trust<LiveIssuer>();

/** Returns the issuer of a registration, or the reason that there is none. Reads one row, or nothing while the issuer is trusted. */
export const liveIssuer = ({ orgId, id }: Registration, at: LookUp): Promise<Verified<LiveIssuer>> =>
  trusted.of(JSON.stringify([orgId, id]), at, async () => {
    const { issuer, jwks, jwksUri, scopes } = tokenIssuers;
    const [row] = await openTables(at.d1)
      .select({ issuer, jwks, jwksUri, scopes })
      .from(tokenIssuers)
      .where(and(eq(tokenIssuers.orgId, orgId), eq(tokenIssuers.id, id), isNull(tokenIssuers.removedAt)));
    if (!row) return unverified('unknown or removed issuer');
    // Stored keys are checked again: one that was registered under weaker rules must not verify a token.
    return verified({ ...row, id, orgId, scopes: knownScopes(row.scopes), jwks: row.jwks && usableKeys(row.jwks) });
  });

/** Removes an issuer from the trusted ones, after a write found it removed. */
export const distrustIssuer = (removed: Registration): void =>
  trusted.forget(({ orgId, id }) => orgId === removed.orgId && id === removed.id);
