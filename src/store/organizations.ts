import type { Store } from './client.ts';

/** Returns the store's organization. */
export const organization = ({ db }: Store) => db.query.organizations.findFirst({});
