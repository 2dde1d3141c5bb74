import type * as v from 'valibot';
import type { AccountFragment, NewAccountInput } from '../documents.ts';
import { toTextMap } from '../text-map.ts';
import type { CreateAccountRequestWithoutCustomerId } from './bodies.ts';

/** Returns an account as the mirror answers it. */
export const toAccount = ({ customer, aliases, metadata, ...account }: AccountFragment) => ({
  ...account,
  ...customer,
  aliases: aliases.nodes,
  metadata: toTextMap(metadata),
});

/** Returns the input of a new account. */
export const newAccountOf = ({
  id,
  aliases,
  accountAliases,
  ...account
}: v.InferOutput<typeof CreateAccountRequestWithoutCustomerId>): NewAccountInput => ({
  ...account,
  accountId: id,
  aliases: aliasesOf({ aliases, accountAliases }),
});

interface AliasLists<Alias> {
  readonly aliases?: readonly string[] | undefined;
  readonly accountAliases?: readonly Alias[] | undefined;
}

/** Returns the aliases of a body as one list: those of `aliases`, then those of `accountAliases`. */
export const aliasesOf = <Alias>({ aliases = [], accountAliases = [] }: AliasLists<Alias>) => [
  ...aliases.map((value) => ({ value })),
  ...accountAliases,
];

/** Returns where an alias of the joined list is in the body. */
export function aliasInBody(place: string, { aliases = [] }: AliasLists<unknown>): string {
  const [, index, rest = ''] = /^aliases\.(\d+)(.*)$/.exec(place) ?? [];
  if (index === undefined || Number(index) < aliases.length) return place.replace(/^(aliases\.\d+)\.value$/, '$1');
  return `accountAliases.${Number(index) - aliases.length}${rest}`;
}
