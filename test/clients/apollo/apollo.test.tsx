import { ApolloClient, InMemoryCache, type TypePolicies } from '@apollo/client';
import { ApolloProvider, useMutation, useQuery } from '@apollo/client/react';
import { renderHook, waitFor } from '@testing-library/react';
import { possibleTypes, typePolicies } from 'billing-catalogue/client';
import { AccountPageDocument, documentIdOf } from 'billing-catalogue/documents';
import type { ReactNode } from 'react';
import { describe, expect, inject, it } from 'vitest';
import { apolloLink, scroll } from '../links/apollo.ts';
import { changeContract, day, newAccount, openAccount, openOffice } from '../support/office.ts';
import { openSession } from '../support/wire.ts';
import { OfficeAccounts, RenameAccount, WalletBalance, WalletEntries } from './documents.ts';

const SCROLL: TypePolicies = { Query: { fields: { accounts: scroll } } };

function openPage(lists: TypePolicies = {}) {
  const { sent, hold, ...session } = openSession();
  const cache = new InMemoryCache({ possibleTypes, typePolicies: { ...typePolicies, ...lists } });
  const client = new ApolloClient({ link: apolloLink(inject('url'), session), cache });
  const wrapper = ({ children }: { readonly children: ReactNode }) => <ApolloProvider client={client}>{children}</ApolloProvider>;
  return { cache, sent, hold, wrapper };
}

async function openAccountPage(accountId: string) {
  const { wrapper, ...page } = openPage();
  const variables = { accountId, day: day(50) };
  const rendered = renderHook(
    () => {
      const query = useQuery(AccountPageDocument, { variables });
      const [rename, renamed] = useMutation(RenameAccount);
      return { query, rename, renamed };
    },
    { wrapper },
  );
  const current = () => rendered.result.current;
  await waitFor(() => expect(current().query.loading).toBe(false));
  return { ...page, current, account: () => current().query.data?.account };
}

async function openList(customerId: string, variables: { readonly first?: number; readonly last?: number }, lists?: TypePolicies) {
  const { wrapper, ...page } = openPage(lists);
  const rendered = renderHook((turned: object) => useQuery(OfficeAccounts, { variables: { customerId, ...variables, ...turned } }), {
    wrapper,
    initialProps: {},
  });
  const list = () => rendered.result.current;
  const shown = () => list().data?.accounts.edges.map(({ node }) => node.accountId);
  await waitFor(() => expect(list().loading).toBe(false));
  return { ...page, list, shown, pageInfo: () => list().data?.accounts.pageInfo, turn: rendered.rerender };
}

describe('A page of Apollo Client', () => {
  it('shows an account by a shipped document, whose id it sends instead of the text', async () => {
    const accountId = await newAccount();
    await changeContract(accountId, day(1), 'Team');
    const { account, sent } = await openAccountPage(accountId);
    expect(account()).toMatchObject({ invoiceCurrency: 'USD', scheduleAt: { pricePlan: { name: 'Team' } }, draft: null });
    expect(account()?.schedules.nodes[0]?.pricePlanVersion.rateCards.nodes).not.toEqual([]);
    const sha256Hash = documentIdOf(AccountPageDocument)?.replace('sha256:', '');
    expect(sent).toMatchObject([{ method: 'POST', params: { extensions: { persistedQuery: { sha256Hash } } } }]);
    expect(sent[0]?.params).not.toHaveProperty('query');
  });

  it('scrolls to the end of a list without a gap or a duplicate, while accounts are added', async () => {
    const { customerId, accountIds } = await openOffice(7);
    const { list, shown, pageInfo } = await openList(customerId, { first: 3 }, SCROLL);
    expect(shown()).toEqual(accountIds.slice(0, 3));
    await openAccount(customerId, `${customerId}-8`);
    for (const count of [6, 8]) {
      await list().fetchMore({ variables: { after: pageInfo()?.endCursor } });
      await waitFor(() => expect(shown()).toHaveLength(count));
    }
    expect(shown()).toEqual([...accountIds, `${customerId}-8`]);
    expect(pageInfo()?.hasNextPage).toBe(false);
  });

  it('keeps scrolled lists of different conditions apart', async () => {
    const [here, there] = [await openOffice(3), await openOffice(3)];
    const { list, shown, pageInfo, turn } = await openList(here.customerId, { first: 2 }, SCROLL);
    turn({ customerId: there.customerId });
    await waitFor(() => expect(shown()).toEqual(there.accountIds.slice(0, 2)));
    await list().fetchMore({ variables: { after: pageInfo()?.endCursor } });
    await waitFor(() => expect(shown()).toEqual(there.accountIds));
    turn({});
    await waitFor(() => expect(shown()).toEqual(here.accountIds.slice(0, 2)));
  });

  it('turns to the next and the previous page of a list, which replace each other', async () => {
    const { customerId, accountIds } = await openOffice(5);
    const { list, shown, pageInfo, turn } = await openList(customerId, { first: 3 });
    turn({ after: pageInfo()?.endCursor });
    await waitFor(() => expect(shown()).toEqual(accountIds.slice(3)));
    expect(pageInfo()).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    turn({ first: undefined, last: 3, before: pageInfo()?.startCursor });
    await waitFor(() => expect(shown()).toEqual(accountIds.slice(0, 3)));
    expect(list().data?.accounts.totalCount).toBe(5);
  });

  it('keeps what two documents select of an object without an id, and asks for each once', async () => {
    const accountId = await newAccount();
    const { wrapper, sent } = openPage();
    const variables = { accountId };
    const rendered = renderHook(() => [useQuery(WalletBalance, { variables }), useQuery(WalletEntries, { variables })] as const, {
      wrapper,
    });
    await waitFor(() => expect(rendered.result.current.map(({ loading }) => loading)).toEqual([false, false]));
    const [balance, entries] = rendered.result.current;
    expect(balance.data?.account?.wallet.balance).toMatchObject({ amount: '0', currency: 'USD' });
    expect(entries.data?.account?.wallet.entries.totalCount).toBe(0);
    expect(sent.filter(({ params }) => params.query === undefined)).toHaveLength(2);
  });

  it('takes back an edit that is refused, and shows why at its field', async () => {
    const accountId = await newAccount();
    const { current, account, hold } = await openAccountPage(accountId);
    const { id, name, revision } = account()!;
    const release = hold();
    const edited = current().rename({
      variables: { accountId, name: 'X' },
      optimisticResponse: {
        __typename: 'Mutation',
        updateAccount: {
          __typename: 'UpdateAccountPayload',
          isReplay: false,
          account: { __typename: 'Account', id, name: 'X', revision },
          userErrors: [],
        },
      },
    });
    await waitFor(() => expect(account()?.name).toBe('X'));
    release();
    await edited;
    await waitFor(() => expect(account()?.name).toBe(name));
    const refusals = () => current().renamed.data?.updateAccount.userErrors;
    await waitFor(() => expect(refusals()).toMatchObject([{ code: 'INVALID_VALUE', path: ['input', 'name'] }]));
  });

  it('makes an edit once, however often its key is sent', async () => {
    const accountId = await newAccount();
    const { current, account, sent } = await openAccountPage(accountId);
    for (const isReplay of [false, true]) {
      const { data } = await current().rename({
        variables: { accountId, name: 'Renamed' },
        context: { key: `rename-${accountId}` },
      });
      expect(data?.updateAccount).toMatchObject({ isReplay, account: { revision: 2 }, userErrors: [] });
    }
    await waitFor(() => expect(account()?.name).toBe('Renamed'));
    expect(sent.at(-1)?.headers.get('x-d1-bookmark')).toBeTruthy();
  });

  it('shows a contract that was changed elsewhere after a refetch, and nothing of the old one', async () => {
    const accountId = await newAccount();
    await changeContract(accountId, day(1), 'Team');
    const { current, account, cache } = await openAccountPage(accountId);
    const [before] = account()!.schedules.nodes;
    await changeContract(accountId, day(40), 'Vault');
    await current().query.refetch();
    await waitFor(() =>
      expect(account()?.schedules.nodes).toMatchObject([
        { id: before?.id, startDate: day(1), endDate: day(40) },
        { startDate: day(40), endDate: '9999-01-01' },
      ]),
    );
    expect(account()?.scheduleAt?.pricePlan.name).toBe('Vault');
    await changeContract(accountId, day(20), null);
    await current().query.refetch();
    cache.gc();
    const cached = Object.entries(cache.extract()).filter(([id]) => id.startsWith('Schedule:'));
    expect(cached.map(([, schedule]) => schedule)).toMatchObject([{ id: before?.id, startDate: day(1), endDate: day(20) }]);
    expect(account()).toMatchObject({ scheduleAt: null, schedules: { nodes: [{ id: before?.id, endDate: day(20) }] } });
  });
});
