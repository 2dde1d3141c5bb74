import { foreignKey, index, primaryKey, snakeCase, text, unique } from 'drizzle-orm/sqlite-core';
import { generatedId, instant, orgId } from './columns.ts';
import { staffIssuers } from './staff-issuers.ts';

/** People whose tokens are refused, one row for each person of an issuer. */
export const staffRevocations = snakeCase.table(
  'staff_revocations',
  {
    id: generatedId(),
    orgId: orgId(),
    staffIssuerId: text().notNull(),
    /** The `sub` claim of the person's tokens. */
    subject: text().notNull(),
    revokedAt: instant().notNull(),
    /** Tokens that were issued at this instant or later are accepted again. `null`: none is. */
    restoredAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    // Authentication looks up this key and reads one row at most.
    unique('staff_revocations_subject').on(t.orgId, t.staffIssuerId, t.subject),
    foreignKey({ columns: [t.orgId, t.staffIssuerId], foreignColumns: [staffIssuers.orgId, staffIssuers.id] }),
    // StaffIssuer.revocations, in the order of the first revocation.
    index('staff_revocations_issuer').on(t.orgId, t.staffIssuerId, t.id),
  ],
);
