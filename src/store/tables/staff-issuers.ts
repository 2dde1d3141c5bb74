import { foreignKey, integer, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import { STAFF_TOKEN_TYPES, type StaffRole } from '../../domain/token/staff-issuer.ts';
import type { KeySet } from '../../domain/token/token-issuer.ts';
import { apiTokens } from './api-tokens.ts';
import { generatedId, instant, json, orgId } from './columns.ts';

/** Identity providers that sign the organization's own people in, with the public keys that verify their tokens. A row has no secret. */
export const staffIssuers = snakeCase.table(
  'staff_issuers',
  {
    id: generatedId(),
    orgId: orgId(),
    /** The API token that registered or last changed it. People can never do more than this token can. */
    sponsorId: text().notNull(),
    /** The `iss` claim of its tokens. Not unique, because a token's `aud` claim identifies the row. */
    issuer: text().notNull(),
    /** The issuer's public keys. `null`: they are fetched from `jwksUri`. */
    jwks: json<KeySet>(),
    jwksUri: text(),
    tokenType: text({ enum: STAFF_TOKEN_TYPES }).notNull(),
    /** The names that lead to the claim with the roles. */
    claim: json<readonly string[]>().notNull(),
    roles: json<readonly StaffRole<string>[]>().notNull(),
    /** Grows with each change. A write asserts the revision that its scopes were computed from. */
    revision: integer().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [
    // Look-ups by id, also for authentication, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.sponsorId], foreignColumns: [apiTokens.orgId, apiTokens.id] }),
  ],
);
