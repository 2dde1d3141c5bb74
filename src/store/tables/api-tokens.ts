import { primaryKey, snakeCase, text, unique } from 'drizzle-orm/sqlite-core';
import { generatedId, instant, json, orgId } from './columns.ts';

/** The API tokens of organizations. A row has the SHA-256 hash of a token, never the token. */
export const apiTokens = snakeCase.table(
  'api_tokens',
  {
    id: generatedId(),
    orgId: orgId(),
    name: text().notNull(),
    /** The first characters of the token, by which people recognize it. */
    prefix: text().notNull(),
    secretHash: text().notNull(),
    scopes: json<readonly string[]>().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant(),
    revokedAt: instant(),
    /** The last use, exact to an hour. `null`: never used. */
    lastUsedAt: instant(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    // Authentication looks up this key and reads one row, whatever the number of tokens.
    unique('api_tokens_secret').on(t.secretHash),
  ],
);
