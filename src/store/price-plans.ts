import { type SQL, sql } from 'drizzle-orm';
import type { pricePlans } from './tables/index.ts';

/** A filter: the name contains a text. LIKE would take wildcards, and at most 50 bytes. */
export const nameContains = (text: string) => ({
  RAW: ({ name }: Pick<typeof pricePlans, 'name'>): SQL => sql`instr(lower(${name}), lower(${text}))`,
});
