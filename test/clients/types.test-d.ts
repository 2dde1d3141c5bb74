import { useMutation as useApolloMutation, useQuery as useApolloQuery } from '@apollo/client/react';
import { scalars } from 'billing-catalogue/client';
import {
  AccountPageDocument,
  type AccountPageQuery,
  AccountsDocument,
  type AccountsQuery,
  AnswerProposalDocument,
  type AnswerProposalMutation,
} from 'billing-catalogue/documents';
import type { ResultOf, VariablesOf } from 'gql.tada';
import { GraphQLClient } from 'graphql-request';
import { useQuery as useUrqlQuery } from 'urql';
import { describe, expectTypeOf, it } from 'vitest';
import { clientOf } from '../../examples/client/fetch.ts';
import type { OfficeAccounts, RenameAccount } from './apollo/documents.ts';
import { graphql } from './urql/documents.ts';

const token = 'tg_live_';
const variables = { accountId: 'brightwater', day: '2026-11-21' };
const answer = { proposalId: 'purchase.28b7BHKo8no.1rWJp', status: 'APPROVE' } as const;

describe('A shipped document tells its result and its variables, without a cast, to', () => {
  it('Apollo Client', () => {
    expectTypeOf(useApolloQuery(AccountPageDocument, { variables }).data).toEqualTypeOf<AccountPageQuery | undefined>();
    // @ts-expect-error: the day is missing
    useApolloQuery(AccountPageDocument, { variables: { accountId: 'brightwater' } });
    const [answerProposal] = useApolloMutation(AnswerProposalDocument);
    expectTypeOf(answerProposal({ variables: answer }))
      .resolves.toHaveProperty('data')
      .toEqualTypeOf<AnswerProposalMutation | undefined>();
    // @ts-expect-error: there is no such answer
    void answerProposal({ variables: { ...answer, status: 'PERHAPS' } });
  });

  it('urql', () => {
    const [{ data }] = useUrqlQuery({ query: AccountPageDocument, variables });
    expectTypeOf(data).toEqualTypeOf<AccountPageQuery | undefined>();
    // @ts-expect-error: the day is missing
    useUrqlQuery({ query: AccountPageDocument, variables: { accountId: 'brightwater' } });
  });

  it('graphql-request', () => {
    const client = new GraphQLClient('https://api.example.com/graphql');
    expectTypeOf(client.request(AccountPageDocument, variables)).resolves.toEqualTypeOf<AccountPageQuery>();
    // @ts-expect-error: the day is missing
    void client.request(AccountPageDocument, { accountId: 'brightwater' });
  });

  it('the client without a library', async () => {
    const run = clientOf('https://api.example.com/graphql', () => token);
    const { accounts } = await run(AccountsDocument, { first: 10 });
    expectTypeOf(accounts).toEqualTypeOf<AccountsQuery['accounts']>();
    expectTypeOf(run(AccountPageDocument, variables)).resolves.toEqualTypeOf<AccountPageQuery>();
    // @ts-expect-error: the day is missing
    void run(AccountPageDocument, { accountId: 'brightwater' });
  });
});

describe("A frontend's own document is typed by", () => {
  it("codegen's client preset, with the scalars of the package", () => {
    type Account = ResultOf<typeof OfficeAccounts>['accounts']['edges'][number]['node'];
    expectTypeOf<Account['accountId']>().toEqualTypeOf<string>();
    expectTypeOf<VariablesOf<typeof RenameAccount>['name']>().toEqualTypeOf<string>();
    expectTypeOf(scalars.Decimal).toEqualTypeOf<'string'>();
  });

  it('gql.tada, with the types of the package', () => {
    const document = graphql('query ($id: String!) { account(by: { accountId: $id }) { metadata wallet { balance { amount } } } }');
    type Account = NonNullable<ResultOf<typeof document>['account']>;
    expectTypeOf<VariablesOf<typeof document>>().toEqualTypeOf<{ id: string }>();
    expectTypeOf<Account['wallet']['balance']['amount']>().toEqualTypeOf<string>();
    expectTypeOf<Account['metadata']>().toEqualTypeOf<unknown>();
  });
});
