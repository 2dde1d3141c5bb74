import type { ComponentChildren } from 'preact';
import { AccountPage } from './account/account-page.tsx';
import { AccountsPage } from './account/accounts-page.tsx';
import { MigrationPage } from './plan/migration-page.tsx';
import { PlanPage } from './plan/plan-page.tsx';
import { PlansPage } from './plan/plans-page.tsx';
import { hrefOf, type Route } from './route.ts';

/** A page as the frame shows it. */
interface Page {
  readonly title: string;
  readonly content: ComponentChildren;
}

/** The pages that the header links to. */
export const SECTIONS: readonly { readonly name: string; readonly path: string }[] = [
  { name: 'Accounts', path: 'accounts' },
  { name: 'Plans', path: 'plans' },
];

/** Returns the page of a route. */
export function pageOf({ path: [section = 'accounts', id, item], parameters }: Route): Page {
  if (section === 'plans') return planPageOf(id, item, parameters);
  if (section === 'accounts' && id === undefined) return { title: 'Accounts', content: <AccountsPage /> };
  if (section === 'accounts' && id && item === undefined) return { title: id, content: <AccountPage accountId={id} current="timeline" /> };
  if (section === 'accounts' && id && item === 'changes') return { title: id, content: <AccountPage accountId={id} current="changes" /> };
  return { title: 'Nothing here', content: <a href={hrefOf(['accounts'])}>Go to the accounts</a> };
}

function planPageOf(id: string | undefined, item: string | undefined, parameters: URLSearchParams): Page {
  if (id === undefined) return { title: 'Plans', content: <PlansPage /> };
  if (item !== undefined) return { title: 'Migration', content: <MigrationPage key={item} jobId={item} /> };
  return { title: 'Plan', content: <PlanPage key={id} pricePlanId={id} parameters={parameters} /> };
}
