import { PlanRateCardsDocument, type PlanRateCardsQuery } from 'billing-catalogue/documents';
import { NO_PAGE } from '../api/use-pages.ts';
import type { QueryState } from '../api/use-query.ts';
import { useQuery } from '../api/use-query.ts';
import { useRest } from '../api/use-rest.ts';
import type { Card } from './price.ts';

interface Cards extends Pick<QueryState<unknown>, 'error' | 'isLoading' | 'reload'> {
  readonly items: readonly Card[];
}

/**
 * Reads every rate card of a version, because the chart offers each: a version has 200 at most, which are 8 of the 10 pages that are read on.
 * @param version `null`: none, and nothing is read.
 */
export function useCards(pricePlanId: string, version: number | null): Cards {
  const variables = { pricePlanId, version: { number: version ?? 0 }, first: 25 };
  const { data, error, isLoading, reload } = useQuery(PlanRateCardsDocument, version === null ? null : variables);
  const first = version === null || !data ? null : connectionOf(data);
  const { items, error: restError } = useRest(PlanRateCardsDocument, variables, { first, isLoading }, connectionOf);
  return { items, error: error ?? restError, isLoading, reload };
}

const connectionOf = ({ pricePlan }: PlanRateCardsQuery) => pricePlan?.rateCards ?? NO_PAGE;
