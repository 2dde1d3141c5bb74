const ACCOUNT = `accountId name
  schedules(limit: 20, orderBy: { startDate: { direction: asc, priority: 1 } }, where: { draftId: { isNull: true }, supersededAt: { isNull: true } }) {
    startDate endDate
    planVersion {
      version plan { name }
      rateCards(limit: 20, orderBy: { position: { direction: asc, priority: 1 } }) { name card }
    }
  }`;

/** The benchmark's questions as drizzle-graphql has them: tables by their names, the tenant as one more filter, lists without pages. */
export const accountsInRows = `query ($orgId: String!) {
  accounts(limit: 50, orderBy: { id: { direction: asc, priority: 1 } }, where: { orgId: { eq: $orgId }, status: { ne: "ARCHIVED" } }) { ${ACCOUNT} } }`;

export const accountInRows = `query ($orgId: String!, $accountId: String!) {
  accounts(limit: 1, where: { orgId: { eq: $orgId }, accountId: { eq: $accountId } }) { ${ACCOUNT} } }`;

export interface RowsOfAccount {
  readonly accountId: string;
  readonly name: string;
  readonly schedules: readonly {
    readonly startDate: string;
    readonly endDate: string;
    readonly planVersion: {
      readonly version: number;
      readonly plan: { readonly name: string };
      readonly rateCards: readonly { readonly name: string; readonly card: string }[];
    };
  }[];
}

/** What drizzle-graphql answers of an account, in this API's names. It can only answer a JSON column whole; what is in it is picked here. */
export const fromRows = ({ accountId, name, schedules }: RowsOfAccount) => ({
  accountId,
  name,
  schedules: {
    nodes: schedules.map(({ startDate, endDate, planVersion: { version, plan, rateCards } }) => ({
      startDate,
      endDate,
      pricePlan: {
        name: plan.name,
        version,
        rateCards: { nodes: rateCards.map(({ name, card }) => ({ name, displayName: JSON.parse(card).displayName ?? null })) },
      },
    })),
  },
});
