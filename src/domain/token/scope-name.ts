/** A scope as the schema writes it: `accounts:read` is `ACCOUNTS_READ`. */
export type ScopeName<S extends string> = S extends `${infer Noun}:${infer Verb}` ? `${Uppercase<Noun>}_${Uppercase<Verb>}` : Uppercase<S>;

/** Returns a scope as callers see it in the schema, in errors and in messages. */
export const scopeName = <S extends string>(scope: S): ScopeName<S> => scope.toUpperCase().replace(':', '_') as ScopeName<S>;
