import { ChangesPage } from '../change/changes-page.tsx';
import { hrefOf } from '../route.ts';
import { TimelinePage } from '../timeline/timeline-page.tsx';

interface AccountPageProps {
  readonly accountId: string;
  readonly current: 'timeline' | 'changes';
}

/** A page of one account, with the links to its other pages. */
export function AccountPage({ accountId, current }: AccountPageProps) {
  return (
    <>
      <nav aria-label="Account" class="tabs">
        <a href={hrefOf(['accounts', accountId])} aria-current={current === 'timeline' ? 'page' : undefined}>
          Timeline
        </a>
        <a href={hrefOf(['accounts', accountId, 'changes'])} aria-current={current === 'changes' ? 'page' : undefined}>
          Changes
        </a>
      </nav>
      {/* Another account is another page, which begins anew. */}
      {current === 'timeline' ? (
        <TimelinePage key={accountId} accountId={accountId} />
      ) : (
        <ChangesPage key={accountId} accountId={accountId} />
      )}
    </>
  );
}
