import { renderHook, waitFor } from '@testing-library/react';
import type { OptimisticMutationConfig } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { AccountPageDocument, documentIdOf } from 'billing-catalogue/documents';
import type { ReactNode } from 'react';
import { Provider, useMutation, useQuery } from 'urql';
import { describe, expect, inject, it } from 'vitest';
import { urqlClient } from '../links/urql.ts';
import { changeContract, day, newAccount, openAccount, openOffice } from '../support/office.ts';
import { openSession } from '../support/wire.ts';
import { OfficeAccounts, RenameAccount } from './documents.ts';

function openPage(cache: Parameters<typeof urqlClient>[2] = {}) {
  const { sent, hold, ...session } = openSession();
  const client = urqlClient(inject('url'), session, cache);
  const wrapper = ({ children }: { readonly children: ReactNode }) => <Provider value={client}>{children}</Provider>;
  return { session, sent, hold, wrapper };
}

/** The global id of an account is in the cache beside the id by which a mutation names it. */
const OPTIMISTIC: OptimisticMutationConfig = {
  updateAccount: ({ input }, cache) => {
    const { accountId, name } = input as { readonly accountId: string; readonly name: string };
    const account = cache.resolve('Query', 'account', { by: { accountId } }) as string;
    const [id, revision] = ['id', 'revision'].map((field) => cache.resolve(account, field));
    return {
      __typename: 'UpdateAccountPayload',
      isReplay: false,
      account: { __typename: 'Account', id, revision, name },
      userErrors: [],
    };
  },
};

async function openAccountPage(accountId: string, cache?: Parameters<typeof urqlClient>[2]) {
  const { wrapper, ...page } = openPage(cache);
  const variables = { accountId, day: day(50) };
  const rendered = renderHook(
    () => {
      const [query, refetch] = useQuery({ query: AccountPageDocument, variables });
      const [renamed, rename] = useMutation(RenameAccount);
      return { query, refetch, rename, renamed };
    },
    { wrapper },
  );
  const current = () => rendered.result.current;
  await waitFor(() => expect(current().query.fetching).toBe(false));
  return { ...page, current, account: () => current().query.data?.account };
}

describe('A page of urql', () => {
  it('shows an account by a shipped document, whose id it sends instead of the text', async () => {
    const accountId = await newAccount();
    await changeContract(accountId, day(1), 'Team');
    const { account, current, sent } = await openAccountPage(accountId);
    expect(current().query.error).toBeUndefined();
    expect(account()).toMatchObject({ invoiceCurrency: 'USD', scheduleAt: { pricePlan: { name: 'Team' } }, draft: null });
    const sha256Hash = documentIdOf(AccountPageDocument)?.replace('sha256:', '');
    expect(sent).toMatchObject([{ method: 'GET', params: { extensions: { persistedQuery: { sha256Hash } } } }]);
    expect(sent[0]?.params).not.toHaveProperty('query');
  });

  it('scrolls to the end of a list without a gap or a duplicate, while accounts are added', async () => {
    const { customerId, accountIds } = await openOffice(7);
    const { wrapper } = openPage({ resolvers: { Query: { accounts: relayPagination() } } });
    const rendered = renderHook(({ after }) => useQuery({ query: OfficeAccounts, variables: { customerId, first: 3, after } }), {
      wrapper,
      initialProps: { after: null as string | null },
    });
    const list = () => rendered.result.current[0];
    const shown = () => list().data?.accounts.edges.map(({ node }) => node.accountId);
    await waitFor(() => expect(shown()).toEqual(accountIds.slice(0, 3)));
    await openAccount(customerId, `${customerId}-8`);
    while (list().data?.accounts.pageInfo.hasNextPage) {
      rendered.rerender({ after: list().data?.accounts.pageInfo.endCursor ?? null });
      await waitFor(() => expect(list().fetching || list().stale).toBe(false));
    }
    expect(shown()).toEqual([...accountIds, `${customerId}-8`]);
  });

  it('takes back an edit that is refused, and shows why at its field', async () => {
    const accountId = await newAccount();
    const { current, account, hold } = await openAccountPage(accountId, { optimistic: OPTIMISTIC });
    const { name } = account()!;
    const release = hold();
    const edited = current().rename({ accountId, name: 'X' });
    await waitFor(() => expect(account()?.name).toBe('X'));
    release();
    await edited;
    await waitFor(() => expect(account()?.name).toBe(name));
    const refusals = () => current().renamed.data?.updateAccount.userErrors;
    await waitFor(() => expect(refusals()).toMatchObject([{ code: 'INVALID_VALUE', path: ['input', 'name'] }]));
  });

  it('makes an edit once, however often its key is sent', async () => {
    const accountId = await newAccount();
    const { current, account, sent, session } = await openAccountPage(accountId);
    for (const isReplay of [false, true]) {
      const fetchOptions = { headers: session.headers(`rename-${accountId}`) };
      const { data } = await current().rename({ accountId, name: 'Renamed' }, { fetchOptions });
      expect(data?.updateAccount).toMatchObject({ isReplay, account: { revision: 2 }, userErrors: [] });
    }
    await waitFor(() => expect(account()?.name).toBe('Renamed'));
    expect(sent.at(-1)?.headers.get('x-d1-bookmark')).toBeTruthy();
  });

  it('shows a contract that was changed elsewhere after a refetch, and nothing of the old one', async () => {
    const accountId = await newAccount();
    await changeContract(accountId, day(1), 'Team');
    const { current, account } = await openAccountPage(accountId);
    const [before] = account()!.schedules.nodes;
    const refetch = () => current().refetch({ requestPolicy: 'network-only' });
    await changeContract(accountId, day(40), 'Vault');
    refetch();
    const changed = [
      { id: before?.id, startDate: day(1), endDate: day(40) },
      { startDate: day(40), endDate: '9999-01-01' },
    ];
    await waitFor(() => expect(account()?.schedules.nodes).toMatchObject(changed));
    expect(account()?.scheduleAt?.pricePlan.name).toBe('Vault');
    await changeContract(accountId, day(20), null);
    refetch();
    const shortened = { scheduleAt: null, schedules: { nodes: [{ id: before?.id, endDate: day(20) }] } };
    await waitFor(() => expect(account()).toMatchObject(shortened));
  });
});
