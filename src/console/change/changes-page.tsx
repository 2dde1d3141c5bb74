import './changes.css';
import { AccountChangesDocument } from 'billing-catalogue/documents';
import { usePagesAt } from '../api/use-pages.ts';
import { instantText } from '../format.ts';
import { More } from '../part/more.tsx';
import { sentenceOf } from './sentence.ts';

/** What has happened to an account, the newest first, in sentences. */
export function ChangesPage({ accountId }: { readonly accountId: string }) {
  const pages = usePagesAt(
    AccountChangesDocument,
    (before) => ({ accountId, last: 20, before }),
    ({ account }) => ({
      pageInfo: { hasNextPage: account?.events.pageInfo.hasPreviousPage ?? false, endCursor: account?.events.pageInfo.startCursor },
      edges: account?.events.edges.toReversed() ?? [],
    }),
  );
  const { items, isLoading, error } = pages;
  return (
    <section aria-label="Changes" aria-busy={isLoading}>
      {items.length === 0 && !isLoading && !error && <p class="quiet">Nothing has happened to this account.</p>}
      <ol class="plain changes">
        {items.map((event) => (
          <li key={event.id}>
            <time dateTime={event.occurredAt}>{instantText(event.occurredAt)}</time>
            <div>
              {sentenceOf(event).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              <p class="quiet">By {event.entry.delegate ?? event.entry.actor}</p>
            </div>
          </li>
        ))}
      </ol>
      <More pages={pages} what="changes" />
    </section>
  );
}
