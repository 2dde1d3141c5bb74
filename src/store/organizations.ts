import type { Store } from './client.ts';

/** The organization of the token. */
export const organization = ({ db }: Store) => db.query.organizations.findFirst({});
