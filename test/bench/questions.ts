import { accountInRows, accountsInRows, fromRows, type RowsOfAccount } from './rows.ts';

/** What this API is asked. */
export interface Document {
  readonly title: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What every contestant is asked, in the words of each; as it is a document, those of this API and of the peers that take the same. */
export interface Question extends Document {
  /** How and where the floor answers it. Absent: by GET. */
  readonly method?: 'POST';
  readonly path: string;
  /** In the names that drizzle-graphql makes of tables, and how what it answers is told in ours. */
  readonly rows: { readonly query: string; readonly data: (data: { accounts: readonly RowsOfAccount[] }) => unknown };
}

/** An account with its prices: what every list and look-up is asked for. */
export const ACCOUNT = `accountId name schedules(first: 20) { nodes {
  startDate endDate pricePlan { name version rateCards(first: 20) { nodes { name displayName } } } } }`;

/** The query that a list of accounts with their prices is: four levels, two of them lists in a list. */
export const headline: Question = {
  title: 'accounts(first: 50) -> schedules -> plan -> rate cards',
  query: `{ accounts(first: 50) { nodes { ${ACCOUNT} } } }`,
  variables: {},
  path: '/accounts',
  rows: { query: accountsInRows, data: ({ accounts }) => ({ accounts: { nodes: accounts.map(fromRows) } }) },
};

/** The same of one account. */
export const accountById = (accountId: string): Question => ({
  title: 'account(by: {accountId}) -> schedules -> plan -> rate cards',
  query: `query ($accountId: String!) { account(by: { accountId: $accountId }) { ${ACCOUNT} } }`,
  variables: { accountId },
  path: `/accounts/${encodeURIComponent(accountId)}`,
  rows: { query: accountInRows, data: ({ accounts: [account] }) => ({ account: account ? fromRows(account) : null }) },
});

/** What reads nothing: the cost of a request itself, with its token, its checks, its headers and its log line. */
export const nothing: Question = {
  title: '{ __typename }',
  query: '{ __typename }',
  variables: {},
  path: '/typename',
  rows: { query: '{ __typename }', data: (data) => data },
};
