import { dayOf } from '../../src/domain/day.ts';

/** What each document of schema/documents is sent with, by its name: ids of the sample data, and days that are allowed today. */
export async function exampleVariables(_d1: D1Database, _orgId: string, now: number): Promise<Readonly<Record<string, object>>> {
  const today = dayOf(now);
  return {
    'account-page': { accountId: 'brightwater', day: today },
    accounts: { first: 10 },
  };
}
