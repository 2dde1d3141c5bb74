import { primaryKey, snakeCase, text, unique } from 'drizzle-orm/sqlite-core';
import { generatedId, instant, json, orgId } from './columns.ts';

/** Who may speak for an organization. Holds the SHA-256 of a token's secret, never the secret. */
export const apiTokens = snakeCase.table(
  'api_tokens',
  {
    id: generatedId(),
    orgId: orgId(),
    name: text().notNull(),
    /** The first characters of the token, to recognize it by. */
    prefix: text().notNull(),
    secretHash: text().notNull(),
    scopes: json<readonly string[]>().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant(),
    revokedAt: instant(),
    /** Within an hour; null: never. */
    lastUsedAt: instant(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    // Authentication is a look-up by this key: one row, whatever the number of tokens.
    unique('api_tokens_secret').on(t.secretHash),
  ],
);
