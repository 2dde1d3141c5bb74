import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { idFactory } from '../../src/domain/id.ts';
import { insertRows } from '../../src/store/insert-rows.ts';
import { accounts, customers, schedules } from '../../src/store/tables/index.ts';
import type { Random } from './story.ts';

type Row<T extends typeof customers | typeof accounts | typeof schedules> = T['$inferSelect'];

/** Accounts in one batch. Its rows stay well below D1's limit for one parameter. */
const CHUNK = 500;

/**
 * Copies the sample's customers, with their accounts and current schedules, until the database has `target` accounts. Writes rows without
 * operations, because the copies are for measurements. A copy has no history, draft or purchases.
 */
export async function multiply(d1: D1Database, target: number, now: number, random: Random): Promise<void> {
  const db = drizzle(d1);
  const newId = idFactory(now, random);
  const sample = await loadSample(d1);
  let count = await db.$count(accounts);
  let chunk: Copies = { customers: [], accounts: [], schedules: [] };
  while (count < target) {
    for (const { customer, theirs } of sample) {
      const customerId = newId('cus');
      const suffix = count;
      chunk.customers.push({
        ...customer,
        ...withSuffix(customer, suffix),
        id: customerId,
        customerId: `${customer.customerId}~${suffix}`,
        customerIdFolded: `${customer.customerIdFolded}~${suffix}`,
      });
      for (const { account, current } of theirs.slice(0, target - count)) {
        const id = newId('acc');
        chunk.accounts.push({
          ...account,
          ...withSuffix(account, suffix),
          id,
          accountId: `${account.accountId}~${suffix}`,
          accountIdFolded: `${account.accountIdFolded}~${suffix}`,
          customerId,
        });
        chunk.schedules.push(...current.map((row) => ({ ...row, id: newId('schv'), scheduleId: newId('sch'), accountId: id })));
        count++;
      }
      const isLast = count >= target;
      if (isLast || chunk.accounts.length >= CHUNK) {
        await db.batch([
          db.run(insertRows(customers, chunk.customers)),
          db.run(insertRows(accounts, chunk.accounts)),
          db.run(insertRows(schedules, chunk.schedules)),
        ]);
        chunk = { customers: [], accounts: [], schedules: [] };
      }
      if (isLast) break;
    }
  }
}

interface Copies {
  readonly customers: Row<typeof customers>[];
  readonly accounts: Row<typeof accounts>[];
  readonly schedules: Row<typeof schedules>[];
}

const withSuffix = ({ name, nameFolded }: { name: string; nameFolded: string }, suffix: number) => ({
  name: `${name} ${suffix}`,
  nameFolded: `${nameFolded} ${suffix}`,
});

/** Returns the customers that are not copies, with their accounts and current schedules. */
async function loadSample(d1: D1Database) {
  const db = drizzle(d1);
  const [ownCustomers, ownAccounts, currentSchedules] = await db.batch([
    db.select().from(customers).where(sql`instr(${customers.customerId}, '~') = 0`),
    db.select().from(accounts).where(sql`instr(${accounts.accountId}, '~') = 0`),
    db.select().from(schedules).where(sql`${schedules.supersededAt} is null and ${schedules.draftId} is null`),
  ]);
  const accountsByCustomer = Map.groupBy(ownAccounts, ({ customerId }) => customerId);
  const schedulesByAccount = Map.groupBy(currentSchedules, ({ accountId }) => accountId);
  return ownCustomers.map((customer) => ({
    customer,
    theirs: (accountsByCustomer.get(customer.id) ?? []).map((account) => ({ account, current: schedulesByAccount.get(account.id) ?? [] })),
  }));
}
