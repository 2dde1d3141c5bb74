import { addDays, type Day, startOfDay } from '../domain/day.ts';
import type { Store } from './client.ts';
import { licenseUpdatesInOrder } from './priced-schedules.ts';
import { inOrder } from './rate-cards.ts';
import { endsAfter } from './schedules.ts';

const WITH_PLAN = { planVersion: { with: { plan: true } } } as const;
const WITH_CARDS = { rateCards: { ...inOrder, with: { billable: true } } } as const;

/** A selection of the schedule that is in force on a day or, in a gap, of the next one. */
const firstFrom = (day: Day) =>
  ({ where: { supersededAt: { isNull: true }, ...endsAfter(day) }, orderBy: { startDate: 'asc' }, limit: 1 }) as const;

/** Returns an account with the schedule that is in force on a day, or the next one, its plan version and its rate cards. */
export const accountPricedOn = ({ db }: Store, accountId: string, day: Day) =>
  db.query.accounts.findFirst({ where: { accountId }, with: { schedules: { ...firstFrom(day), with: { ...WITH_PLAN, ...WITH_CARDS } } } });

/** The same without the rate cards. */
export const accountOn = ({ db }: Store, accountId: string, day: Day) =>
  db.query.accounts.findFirst({ where: { accountId }, with: { schedules: { ...firstFrom(day), with: WITH_PLAN } } });

/** The same with the recorded license updates, and one more than `most` to tell that there are more. */
export const accountWithLicenses = ({ db }: Store, accountId: string, day: Day, most: number) =>
  db.query.accounts.findFirst({
    where: { accountId },
    with: { schedules: { ...firstFrom(day), with: WITH_PLAN }, licenseUpdates: licenseUpdatesInOrder(most) },
  });

/** Schedules after a day that may share a group of cycles with the one in force. */
const MAX_LATER = 24;

/** Returns the periods of an account's schedules from a day on, and what tells which of them count from the same day. */
export const periodsFrom = ({ db }: Store, accountId: string, day: Day) =>
  db.query.accounts.findFirst({
    where: { accountId },
    columns: { id: true },
    with: {
      schedules: {
        columns: { startDate: true, endDate: true, countsFrom: true, rateCardSetId: true },
        ...firstFrom(day),
        limit: MAX_LATER,
      },
    },
  });

/** Which version of a plan: the newest one that was active on a day, or one by its number, whatever its status. */
export type VersionChoice = { readonly activeOn: Day } | { readonly version: number };

/** Returns a plan with one of its versions, if it has it, and that version's rate cards. */
export const planAt = ({ db }: Store, pricePlanId: string, choice: VersionChoice) =>
  db.query.pricePlans.findFirst({
    where: { id: pricePlanId },
    with: {
      versions: {
        // The row of an active version is written last when it becomes active.
        where:
          'version' in choice
            ? { version: choice.version }
            : { status: 'ACTIVE', updatedAt: { lt: startOfDay(addDays(choice.activeOn, 1)) } },
        orderBy: { version: 'desc' },
        limit: 1,
        with: WITH_CARDS,
      },
    },
  });
