import { graphql } from './__generated__/gql.ts';

export const OfficeAccounts = graphql(/* GraphQL */ `
  query OfficeAccounts($customerId: String!, $first: Int, $after: String, $last: Int, $before: String) {
    accounts(where: { customerId: { eq: $customerId } }, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { id accountId name } }
    }
  }
`);

export const RenameAccount = graphql(/* GraphQL */ `
  mutation RenameAccount($accountId: String!, $name: String!) {
    updateAccount(input: { accountId: $accountId, name: $name }) {
      isReplay
      account { id name revision }
      userErrors { code message path }
    }
  }
`);

export const WalletBalance = graphql(/* GraphQL */ `
  query WalletBalance($accountId: String!) {
    account(by: { accountId: $accountId }) { id wallet { balance { amount currency } } }
  }
`);

export const WalletEntries = graphql(/* GraphQL */ `
  query WalletEntries($accountId: String!) {
    account(by: { accountId: $accountId }) { id wallet { entries(first: 5) { totalCount } } }
  }
`);
