declare const brand: unique symbol;

/** A UTC calendar date, `YYYY-MM-DD`, without a time. Days order as their texts do. */
export type Day = string & { readonly [brand]: 'Day' };

/** The end of everything that has none. A real value, never null. */
export const FOREVER = '9999-01-01' as Day;
