import { primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import type { KeySet } from '../../domain/token/token-issuer.ts';
import { generatedId, instant, json, orgId } from './columns.ts';

/** External issuers of delegate tokens, with the public keys that verify their tokens. A row has no secret. */
export const tokenIssuers = snakeCase.table(
  'token_issuers',
  {
    id: generatedId(),
    orgId: orgId(),
    /** The `iss` claim of its tokens. Not unique, because a token's `aud` claim identifies the row. */
    issuer: text().notNull(),
    /** The issuer's public keys. `null`: they are fetched from `jwksUri`. */
    jwks: json<KeySet>(),
    jwksUri: text(),
    /** The maximum scopes of its tokens. */
    scopes: json<readonly string[]>().notNull(),
    createdAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [
    // Look-ups by id, also for authentication, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
  ],
);
