import './changes.css';
import { AccountChangesDocument, AccountLicensesDocument, TokenNamesDocument, ViewerDocument } from 'billing-catalogue/documents';
import { useEffect } from 'preact/hooks';
import { NO_PAGE, usePages, usePagesAt } from '../api/use-pages.ts';
import { useQuery } from '../api/use-query.ts';
import { useRest } from '../api/use-rest.ts';
import { instantText } from '../format.ts';
import { More } from '../part/more.tsx';
import { Notice } from '../part/status.tsx';
import { useTitle } from '../title.ts';
import { actorText } from './actor.ts';
import { type AccountEvent, type LicenseUpdate, licensesIn, sentenceOf } from './sentence.ts';

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
  const { data, items, isLoading, error } = pages;
  const licenses = useLicenses(accountId, items);
  const names = useTokenNames();
  useTitle(data?.account?.name);
  if (data && !data.account) return <Notice kind="problem">There is no account {accountId}.</Notice>;
  return (
    <section aria-label="Changes" aria-busy={isLoading}>
      {items.length === 0 && !isLoading && !error && <p class="quiet">Nothing has happened to this account.</p>}
      <ol class="plain changes">
        {items.map((event) => (
          <li key={event.id}>
            <time dateTime={event.occurredAt}>{instantText(event.occurredAt)}</time>
            <div>
              {sentenceOf(event, licenses).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              <p class="quiet">By {actorText(event.entry, names)}</p>
            </div>
          </li>
        ))}
      </ol>
      <More pages={pages} what="changes" />
    </section>
  );
}

/** Returns the changes of an account's licenses by their ids, as far back as the events go. */
function useLicenses(accountId: string, events: readonly AccountEvent[]): ReadonlyMap<string, LicenseUpdate> {
  const { items, more } = usePages(AccountLicensesDocument, { accountId, first: 25 }, ({ account }) => account?.licenseUpdates ?? NO_PAGE);
  const known = new Map(items.map((update) => [update.licenseUpdateId, update]));
  const isShort = events.some((event) => licensesIn(event).some((id) => !known.has(id)));
  useEffect(() => {
    if (isShort) more();
  }, [isShort, more]);
  return known;
}

/** Returns the names of API tokens by their ids, the newest 1,000. None if the reader may not see them, `null` until they are read. */
function useTokenNames(): ReadonlyMap<string, string> | null {
  const viewer = useQuery(ViewerDocument, NO_VARIABLES);
  const maySee = viewer.data?.viewer.scopes.includes('TOKENS_MANAGE') ?? false;
  const { data, isLoading } = useQuery(TokenNamesDocument, maySee ? NEWEST : null);
  const { items } = useRest(TokenNamesDocument, NEWEST, { first: data?.apiTokens ?? null, isLoading }, ({ apiTokens }) => apiTokens);
  if (viewer.isLoading || isLoading) return null;
  return new Map(items.map(({ apiTokenId, name }) => [apiTokenId, name]));
}

const NO_VARIABLES = {};
const NEWEST = { first: 100 };
