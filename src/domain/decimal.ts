declare const brand: unique symbol;

/** An exact decimal as canonical text (`"12.5"`, never `"012.50"` or `"1e3"`): at most 12 places, never a binary float. */
export type Decimal = string & { readonly [brand]: 'Decimal' };
