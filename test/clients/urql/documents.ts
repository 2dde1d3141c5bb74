import type { introspection, scalars } from 'billing-catalogue/tada';
import { initGraphQLTada } from 'gql.tada';

export const graphql = initGraphQLTada<{ introspection: introspection; scalars: scalars }>();

export const OfficeAccounts = graphql(`
  query OfficeAccounts($customerId: String!, $first: Int, $after: String) {
    accounts(where: { customerId: { eq: $customerId } }, first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node { id accountId name } }
    }
  }
`);

export const RenameAccount = graphql(`
  mutation RenameAccount($accountId: String!, $name: String!) {
    updateAccount(input: { accountId: $accountId, name: $name }) {
      isReplay
      account { id name revision }
      userErrors { code message path }
    }
  }
`);
