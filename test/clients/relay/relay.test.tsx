import { renderHook, waitFor } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { RelayEnvironmentProvider, useLazyLoadQuery, useMutation, usePaginationFragment, useRefetchableFragment } from 'react-relay';
import { Environment, RecordSource, Store } from 'relay-runtime';
import { describe, expect, inject, it } from 'vitest';
import { relayNetwork } from '../links/relay.ts';
import { changeContract, day, newAccount, openAccount, openOffice } from '../support/office.ts';
import { openSession } from '../support/wire.ts';
import type { Office_accounts$key } from './__generated__/Office_accounts.graphql.ts';
import type { Office_timeline$key } from './__generated__/Office_timeline.graphql.ts';
import type { OfficeAccountQuery } from './__generated__/OfficeAccountQuery.graphql.ts';
import type { OfficeAccountsQuery } from './__generated__/OfficeAccountsQuery.graphql.ts';
import type { OfficeQuery } from './__generated__/OfficeQuery.graphql.ts';
import type { OfficeRenameMutation } from './__generated__/OfficeRenameMutation.graphql.ts';
import type { OfficeTimelineQuery } from './__generated__/OfficeTimelineQuery.graphql.ts';
import { accountQuery, accountsFragment, officeQuery, renameMutation, timelineFragment } from './documents.ts';

function openPage() {
  const { sent, hold, ...session } = openSession();
  const store = new Store(new RecordSource());
  const environment = new Environment({ network: relayNetwork(inject('url'), session), store });
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <RelayEnvironmentProvider environment={environment}>
      <Suspense>{children}</Suspense>
    </RelayEnvironmentProvider>
  );
  return { store, sent, hold, wrapper };
}

async function openAccountPage(accountId: string) {
  const { wrapper, ...page } = openPage();
  const rendered = renderHook(
    () => {
      const { account } = useLazyLoadQuery<OfficeAccountQuery>(accountQuery, { accountId });
      const [timeline, refetch] = useRefetchableFragment<OfficeTimelineQuery, Office_timeline$key>(timelineFragment, account ?? null);
      const [rename] = useMutation<OfficeRenameMutation>(renameMutation);
      return { account, timeline, refetch, rename };
    },
    { wrapper },
  );
  const current = () => rendered.result.current;
  await waitFor(() => expect(current()).toBeTruthy());
  return { ...page, current, account: () => current().account, timeline: () => current().timeline };
}

describe('A page of Relay', () => {
  it('shows an account by a query, and its contract by the fragment of a component', async () => {
    const accountId = await newAccount();
    await changeContract(accountId, day(1), 'Team');
    const { account, timeline, sent } = await openAccountPage(accountId);
    expect(account()?.name).toBe('Office');
    expect(timeline()).toMatchObject({ timelineRevision: 1, schedules: { nodes: [{ startDate: day(1), pricePlan: { name: 'Team' } }] } });
    expect(sent).toHaveLength(1);
  });

  it('scrolls to the end of a list without a gap or a duplicate, while accounts are added', async () => {
    const { customerId, accountIds } = await openOffice(7);
    const { wrapper } = openPage();
    const rendered = renderHook(
      () => {
        const root = useLazyLoadQuery<OfficeQuery>(officeQuery, { customerId, count: 3 });
        return usePaginationFragment<OfficeAccountsQuery, Office_accounts$key>(accountsFragment, root);
      },
      { wrapper },
    );
    const list = () => rendered.result.current;
    const shown = () => list()?.data.accounts.edges.map(({ node }) => node.accountId);
    await waitFor(() => expect(shown()).toEqual(accountIds.slice(0, 3)));
    await openAccount(customerId, `${customerId}-8`);
    for (const count of [6, 8]) {
      expect(list().hasNext).toBe(true);
      list().loadNext(3);
      await waitFor(() => expect(shown()).toHaveLength(count));
    }
    expect(shown()).toEqual([...accountIds, `${customerId}-8`]);
    expect(list().hasNext).toBe(false);
  });

  it('takes back an edit that is refused, and shows why at its field', async () => {
    const accountId = await newAccount();
    const { current, account, hold } = await openAccountPage(accountId);
    const { id, name } = account()!;
    const release = hold();
    const refusals = new Promise((resolve) =>
      current().rename({
        variables: { accountId, name: 'X' },
        optimisticResponse: { updateAccount: { isReplay: false, account: { id, name: 'X', revision: 1 }, userErrors: [] } },
        onCompleted: ({ updateAccount }) => resolve(updateAccount.userErrors),
      }),
    );
    await waitFor(() => expect(account()?.name).toBe('X'));
    release();
    expect(await refusals).toMatchObject([{ code: 'INVALID_VALUE', path: ['input', 'name'] }]);
    await waitFor(() => expect(account()?.name).toBe(name));
  });

  it('makes an edit once, however often its key is sent', async () => {
    const accountId = await newAccount();
    const { current, account, sent } = await openAccountPage(accountId);
    for (const isReplay of [false, true]) {
      const payload = await new Promise((resolve) =>
        current().rename({
          variables: { accountId, name: 'Renamed', key: `rename-${accountId}` },
          onCompleted: ({ updateAccount }) => resolve(updateAccount),
        }),
      );
      expect(payload).toMatchObject({ isReplay, account: { revision: 2 }, userErrors: [] });
    }
    await waitFor(() => expect(account()?.name).toBe('Renamed'));
    expect(sent.at(-1)?.headers.get('x-d1-bookmark')).toBeTruthy();
  });

  it('shows a contract that was changed elsewhere after a refetch by node, and nothing of the old one', async () => {
    const accountId = await newAccount();
    await changeContract(accountId, day(1), 'Team');
    const { current, timeline, sent } = await openAccountPage(accountId);
    const [before] = timeline()!.schedules.nodes;
    await changeContract(accountId, day(40), 'Vault');
    current().refetch({}, { fetchPolicy: 'network-only' });
    await waitFor(() =>
      expect(timeline()?.schedules.nodes).toMatchObject([
        { id: before?.id, startDate: day(1), endDate: day(40), pricePlan: { name: 'Team' } },
        { startDate: day(40), endDate: '9999-01-01', pricePlan: { name: 'Vault' } },
      ]),
    );
    await changeContract(accountId, day(20), null);
    current().refetch({}, { fetchPolicy: 'network-only' });
    await waitFor(() => expect(timeline()?.schedules.nodes).toHaveLength(1));
    expect(timeline()?.schedules.nodes).toMatchObject([{ id: before?.id, startDate: day(1), endDate: day(20) }]);
    expect(String(sent.at(-1)?.params.query)).toContain('node(id: $id)');
  });
});
