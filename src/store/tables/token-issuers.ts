import { primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import type { KeySet } from '../../domain/token/token-issuer.ts';
import { generatedId, instant, json, orgId } from './columns.ts';

/** Who besides the API may issue delegate tokens of an organization, and by which keys they are known. Holds no secret. */
export const tokenIssuers = snakeCase.table(
  'token_issuers',
  {
    id: generatedId(),
    orgId: orgId(),
    /** What its tokens say as `iss`. Not unique: what a token says as `aud` leads to the row. */
    issuer: text().notNull(),
    /** Its keys; null: they are where `jwksUri` says. */
    jwks: json<KeySet>(),
    jwksUri: text(),
    /** What its tokens may do at most. */
    scopes: json<readonly string[]>().notNull(),
    createdAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [
    // Look-ups by id, authentication among them, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
  ],
);
