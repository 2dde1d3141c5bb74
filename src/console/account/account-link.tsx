import { hrefOf } from '../route.ts';

/** A link to an account's timeline, by its name. */
export function AccountLink({ account: { accountId, name } }: { readonly account: { readonly accountId: string; readonly name: string } }) {
  return <a href={hrefOf(['accounts', accountId])}>{name}</a>;
}
