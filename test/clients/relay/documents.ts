import { graphql } from 'relay-runtime';

export const officeQuery = graphql`
  query OfficeQuery($customerId: String!, $count: Int!) {
    ...Office_accounts @arguments(customerId: $customerId, count: $count)
  }
`;

export const accountsFragment = graphql`
  fragment Office_accounts on Query
  @refetchable(queryName: "OfficeAccountsQuery")
  @argumentDefinitions(customerId: { type: "String!" }, count: { type: "Int!" }, cursor: { type: "String" }) {
    accounts(where: { customerId: { eq: $customerId } }, first: $count, after: $cursor) @connection(key: "Office_accounts") {
      edges { node { id accountId name } }
    }
  }
`;

export const accountQuery = graphql`
  query OfficeAccountQuery($accountId: String!) {
    account(by: { accountId: $accountId }) {
      id
      name
      ...Office_timeline
    }
  }
`;

export const timelineFragment = graphql`
  fragment Office_timeline on Account @refetchable(queryName: "OfficeTimelineQuery") {
    timelineRevision
    schedules(first: 20) {
      nodes { id scheduleId startDate endDate pricePlan { id name } }
    }
  }
`;

export const renameMutation = graphql`
  mutation OfficeRenameMutation($accountId: String!, $name: String!, $key: String) {
    updateAccount(input: { accountId: $accountId, name: $name, idempotencyKey: $key }) {
      isReplay
      account { id name revision }
      userErrors { code message path }
    }
  }
`;
