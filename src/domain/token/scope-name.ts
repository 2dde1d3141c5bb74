/** A scope as the schema spells it: `accounts:read` is `ACCOUNTS_READ`. */
export type ScopeName<S extends string> = S extends `${infer Noun}:${infer Verb}` ? `${Uppercase<Noun>}_${Uppercase<Verb>}` : Uppercase<S>;

/** The one spelling that callers see, in the schema, in errors and in messages. */
export const scopeName = <S extends string>(scope: S): ScopeName<S> => scope.toUpperCase().replace(':', '_') as ScopeName<S>;
