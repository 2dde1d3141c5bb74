export class TypedDocumentString extends String {
    __apiType;
    value;
    __meta__;
    constructor(value, __meta__) {
        super(value);
        this.value = value;
        this.__meta__ = __meta__;
    }
    toString() {
        return this.value;
    }
}
export const AccountEstimateDocument = new TypedDocumentString(`
    query AccountEstimate($accountId: String!, $cycles: Int! = 1, $usage: [UsageAssumption!], $licenses: [LicenseAssumption!]) {
  __typename
  account(by: {accountId: $accountId}) {
    __typename
    id
    name
    estimate(cycles: $cycles, usage: $usage, licenses: $licenses) {
      __typename
      estimate {
        __typename
        isEstimate
        start
        end
        total {
          __typename
          amount
          currency
        }
        cycles {
          __typename
          pricePlanName
          statement {
            __typename
            start
            end
            total {
              __typename
              amount
              currency
            }
            lines {
              __typename
              key
              parentKey
              depth
              kind
              label
              amount
              explanation
            }
          }
        }
        invoices {
          __typename
          issuedOn
          dueOn
          total {
            __typename
            amount
            currency
          }
        }
        gaps {
          __typename
          start
          end
        }
        assumptions {
          __typename
          kind
          billableId
          message
        }
      }
      refusals {
        __typename
        code
        message
        path
      }
    }
  }
}
    `, { "hash": "sha256:fe7a360a12a016a60fcd93ae27b8f4470b406614b0295c7f8754dac6e19ba4d4" });
export const AccountPageDocument = new TypedDocumentString(`
    query AccountPage($accountId: String!, $day: Date!) {
  __typename
  account(by: {accountId: $accountId}) {
    __typename
    id
    name
    invoiceCurrency
    revision
    timelineRevision
    customer {
      __typename
      id
      customerId
      name
    }
    scheduleAt(day: $day) {
      __typename
      id
      scheduleId
      pricePlan {
        __typename
        id
        name
        version
      }
      cycleAt(day: $day) {
        __typename
        start
        end
        dueOn
      }
    }
    schedules(first: 20) {
      __typename
      nodes {
        __typename
        id
        startDate
        endDate
        isOverridden
        pricePlanVersion {
          __typename
          id
          version
          rateCards {
            __typename
            nodes {
              __typename
              id
              name
              displayName
              billable {
                __typename
                id
                name
              }
              ... on UsageRateCard {
                __typename
                ratePlan {
                  __typename
                  pricingModel
                  slabs {
                    __typename
                    order
                    startAfter
                    priceType
                  }
                }
              }
            }
          }
        }
      }
    }
    draft {
      __typename
      id
      baseTimelineRevision
      changes {
        __typename
        ... on ScheduleAdded {
          __typename
          schedule {
            __typename
            id
            startDate
          }
        }
      }
      issues {
        __typename
        code
        errorMessage
      }
    }
    proposals(first: 5) {
      __typename
      nodes {
        __typename
        id
        proposalId
        status
        expiryDate
        price {
          __typename
          amount
          currency
        }
      }
    }
  }
}
    `, { "hash": "sha256:f672e1404ae44566248d14cbcc178766a7d6cb91260f4a984c273e7c4710755c" });
export const AccountsOnVersionDocument = new TypedDocumentString(`
    query AccountsOnVersion($pricePlanId: String!, $version: Int!, $day: Date!, $first: Int!, $after: String) {
  __typename
  schedules(
    where: {pricePlanId: {eq: $pricePlanId}, version: {eq: $version}, inForceOn: $day}
    first: $first
    after: $after
  ) {
    __typename
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    edges {
      __typename
      node {
        __typename
        id
        scheduleId
        startDate
        endDate
        isOverridden
        pricePlanVersion {
          __typename
          id
          name
          version
          plan {
            __typename
            id
            activeVersion {
              __typename
              id
              version
            }
          }
        }
        account {
          __typename
          id
          accountId
          name
          revision
          timelineRevision
        }
      }
    }
  }
}
    `, { "hash": "sha256:ef838f18cf5cf0d4ac9de513193df3145b8c5994a0eae79b602a8649282c1555" });
export const AccountsDocument = new TypedDocumentString(`
    query Accounts($first: Int!, $after: String) {
  __typename
  accounts(first: $first, after: $after) {
    __typename
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    edges {
      __typename
      cursor
      node {
        __typename
        id
        accountId
        name
        status
        invoiceCurrency
        customer {
          __typename
          id
          name
        }
        schedules(first: 5) {
          __typename
          nodes {
            __typename
            id
            startDate
            endDate
            isOverridden
            pricePlan {
              __typename
              id
              name
              version
            }
            rateCards(first: 10) {
              __typename
              nodes {
                __typename
                id
                name
                displayName
                billable {
                  __typename
                  id
                  name
                }
              }
            }
          }
        }
      }
    }
  }
}
    `, { "hash": "sha256:e923c1cebc82e8c6618686af332909f86b919a0631300b857da7d8d151de16f3" });
export const AnswerProposalDocument = new TypedDocumentString(`
    mutation AnswerProposal($proposalId: String!, $status: ProposalResponse!) {
  __typename
  updateProposalStatus(input: {proposalId: $proposalId, status: $status}) {
    __typename
    proposal {
      __typename
      id
      proposalId
      status
    }
    userErrors {
      __typename
      code
      message
      path
    }
  }
}
    `, { "hash": "sha256:c9f40b1a8bbdc3ef514df931fdbc906b8504d25c33f83c5897640fb478fdfac6" });
export const ContractsThatEndDocument = new TypedDocumentString(`
    query ContractsThatEnd($today: Date!, $before: Date!, $first: Int!, $after: String) {
  __typename
  schedules(
    where: {inForceOn: $today, endsBefore: $before}
    orderBy: END_DATE_ASC
    first: $first
    after: $after
  ) {
    __typename
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    edges {
      __typename
      node {
        __typename
        id
        scheduleId
        startDate
        endDate
        isOverridden
        pricePlanVersion {
          __typename
          id
          name
          version
        }
        account {
          __typename
          id
          accountId
          name
          customer {
            __typename
            id
            customerId
            name
          }
        }
      }
    }
  }
}
    `, { "hash": "sha256:92f1b7ef1699bb6666294fab3ef03a0c23ac32ef38d6e9e0d0a13253343c0c0c" });
export const CustomerPageDocument = new TypedDocumentString(`
    query CustomerPage($accountId: String!) {
  __typename
  account(by: {accountId: $accountId}) {
    __typename
    id
    name
    invoiceCurrency
    wallet {
      __typename
      balance {
        __typename
        amount
        currency
      }
    }
    scheduleAt {
      __typename
      id
      startDate
      endDate
      pricePlanVersion {
        __typename
        id
        name
        version
      }
      nextCycle {
        __typename
        start
        end
      }
      rateCards {
        __typename
        nodes {
          __typename
          id
          displayName
          billable {
            __typename
            id
            displayName
          }
        }
      }
    }
    proposals(first: 5, where: {status: {eq: PROPOSAL_ACTIVE}}) {
      __typename
      nodes {
        __typename
        id
        proposalId
        expiryDate
        price {
          __typename
          amount
          currency
        }
        pricePlan {
          __typename
          id
          name
          version
        }
        preview {
          __typename
          changes {
            __typename
            kind
            after {
              __typename
              startDate
              endDate
              pricePlanName
            }
          }
          entitlements {
            __typename
            featureId
            creditsGranted
            effectiveUntil
          }
          walletCredit {
            __typename
            amount
            currency
          }
          refusals {
            __typename
            message
          }
        }
      }
    }
  }
}
    `, { "hash": "sha256:6c08cc353e6fbb7fb157e2fd875f4925b791fd19dfb3ed057d6bba2d6de71cfa" });
export const OldDraftsDocument = new TypedDocumentString(`
    query OldDrafts($before: DateTime!, $first: Int!, $after: String) {
  __typename
  drafts(
    where: {updatedAt: {lt: $before}}
    orderBy: UPDATED_AT_ASC
    first: $first
    after: $after
  ) {
    __typename
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    edges {
      __typename
      node {
        __typename
        id
        updatedAt
        baseTimelineRevision
        isStale
        account {
          __typename
          id
          accountId
          name
          timelineRevision
          customer {
            __typename
            id
            customerId
            name
          }
        }
      }
    }
  }
}
    `, { "hash": "sha256:3b870297d007be6eec4dd1181ad8663d7ec0ecbd8844c7e11b2d1742893ef5af" });
