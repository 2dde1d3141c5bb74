import type { ComponentChildren } from 'preact';
import { AccountsPage } from './account/accounts-page.tsx';
import { hrefOf, type Route } from './route.ts';

/** A page as the frame shows it. */
interface Page {
  readonly title: string;
  readonly content: ComponentChildren;
}

/** The pages that the header links to. */
export const SECTIONS: readonly { readonly name: string; readonly path: string }[] = [{ name: 'Accounts', path: 'accounts' }];

/** Returns the page of a route. */
export function pageOf({ path: [section = 'accounts'] }: Route): Page {
  if (section === 'accounts') return { title: 'Accounts', content: <AccountsPage /> };
  return { title: 'Nothing here', content: <a href={hrefOf(['accounts'])}>Go to the accounts</a> };
}
