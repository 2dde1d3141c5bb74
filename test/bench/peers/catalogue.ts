/** The part of the catalogue that the benchmark asks for, as Apollo Server and the DataLoader resolvers serve it. */
export const typeDefs = `
  type Query {
    accounts(first: Int! = 20): AccountConnection!
    account(by: AccountBy!): Account
  }
  input AccountBy { accountId: String! }
  type AccountConnection { nodes: [Account!]! }
  type Account {
    accountId: String!
    name: String!
    schedules(first: Int! = 20): ScheduleConnection!
  }
  type ScheduleConnection { nodes: [Schedule!]! }
  type Schedule {
    startDate: String!
    endDate: String!
    pricePlan: PricePlan!
  }
  type PricePlan {
    name: String!
    version: Int!
    rateCards(first: Int! = 20): RateCardConnection!
  }
  type RateCardConnection { nodes: [RateCard!]! }
  type RateCard {
    name: String!
    displayName: String
  }
`;

export interface Page {
  readonly first: number;
}

export interface AccountRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
}

export interface ScheduleRow {
  readonly accountId: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly planVersionId: string;
}

export interface PlanRow {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly rateCardSetId: string;
}

export interface RateCardRow {
  readonly setId: string;
  readonly name: string;
  readonly displayName: string | null;
}

/** The columns of each row above. */
export const COLUMNS = {
  accounts: 'id, account_id as accountId, name',
  schedules: 'account_id as accountId, start_date as startDate, end_date as endDate, plan_version_id as planVersionId',
  plans: 'v.id, p.name, v.version, v.rate_card_set_id as rateCardSetId',
  rateCards: `set_id as setId, name, card ->> '$.displayName' as displayName`,
};
