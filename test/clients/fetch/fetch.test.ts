import type { ResultOf, TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  AccountPageDocument,
  AccountsDocument,
  type AccountsQuery,
  AnswerProposalDocument,
  documentIdOf,
} from 'billing-catalogue/documents';
import { GraphQLClient } from 'graphql-request';
import { describe, expect, inject, it } from 'vitest';
import { clientOf } from '../../../examples/client/fetch.ts';
import { changeContract, day, elsewhere, newAccount } from '../support/office.ts';
import { openSession } from '../support/wire.ts';

type Run = <Result, Variables extends object>(document: TypedDocumentNode<Result, Variables>, variables: Variables) => Promise<Result>;

/** Clients without a cache. */
const CLIENTS: Readonly<Record<string, () => Run>> = {
  'graphql-request': () => {
    const { send, headers } = openSession();
    const client = new GraphQLClient(inject('url'), { fetch: send, headers });
    return (document, variables) => client.request<ResultOf<typeof document>>(document, variables);
  },
  'the client without a library': () => clientOf(inject('url'), () => inject('token'), openSession().send),
};

describe.each(Object.entries(CLIENTS))('A page of %s', (_name, open) => {
  const run = open();

  it('shows the page of an account', async () => {
    const accountId = await newAccount();
    await changeContract(accountId, day(1), 'Team');
    const { account } = await run(AccountPageDocument, { accountId, day: day(1) });
    expect(account).toMatchObject({ scheduleAt: { pricePlan: { name: 'Team' } }, schedules: { nodes: [{ startDate: day(1) }] } });
    await changeContract(accountId, day(20), null);
    const later = await run(AccountPageDocument, { accountId, day: day(20) });
    expect(later.account).toMatchObject({
      scheduleAt: null,
      schedules: { nodes: [{ id: account?.schedules.nodes[0]?.id, endDate: day(20) }] },
    });
  });

  it('scrolls to the end of a list without a gap or a duplicate', async () => {
    const shown: string[] = [];
    let accounts: AccountsQuery['accounts'] | undefined;
    do {
      ({ accounts } = await run(AccountsDocument, { first: 10, after: accounts?.pageInfo.endCursor ?? null }));
      shown.push(...accounts.edges.map(({ node }) => node.accountId));
    } while (accounts.pageInfo.hasNextPage);
    const all = await elsewhere<{ accounts: { totalCount: number } }>('{ accounts { totalCount } }');
    expect([shown.length, new Set(shown).size]).toEqual([all.accounts.totalCount, all.accounts.totalCount]);
  });

  it('shows why an edit is refused, at its field', async () => {
    const { updateProposalStatus } = await run(AnswerProposalDocument, { proposalId: 'unknown', status: 'APPROVE' });
    expect(updateProposalStatus).toMatchObject({ proposal: null, userErrors: [{ code: 'NOT_FOUND', path: ['input', 'proposalId'] }] });
  });
});

describe('A request of the client without a library', () => {
  it('has the id of a document, the key of an edit and the last bookmark', async () => {
    const { send, sent } = openSession();
    const run = clientOf(inject('url'), () => inject('token'), send);
    await run(AnswerProposalDocument, { proposalId: 'unknown', status: 'APPROVE' }, 'answer-1');
    await run(AccountsDocument, { first: 1 });
    expect(sent.map(({ params }) => params.documentId)).toEqual([AnswerProposalDocument, AccountsDocument].map(documentIdOf));
    expect(sent.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['answer-1', null]);
    expect(sent.map(({ headers }) => headers.has('x-d1-bookmark'))).toEqual([false, true]);
  });
});
