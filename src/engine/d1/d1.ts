/** What is used of D1 to read and to write, and so all that a wrapper of it has. */
export type D1 = Pick<D1Database, 'prepare' | 'batch'>;
