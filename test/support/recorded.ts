/** A statement that was sent to D1. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** The database, with every statement that is bound for it noted in `statements`. */
export function recorded(d1: D1Database, statements: Statement[]): D1Database {
  const prepare = (sql: string) => ({
    bind(...values: unknown[]) {
      statements.push({ sql, values });
      return d1.prepare(sql).bind(...values);
    },
  });
  return new Proxy(d1, {
    get(target, name) {
      if (name === 'prepare') return prepare;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** A statement with a line for each step that SQLite would take. */
export interface Plan extends Statement {
  readonly plan: readonly string[];
}

/**
 * Steps that read rows beyond those asked for, or sort them. The rows of a subquery, the items of a JSON text, and the rows of the answer
 * that sets of cards are found from, grouped by set, are no table's. Rows that are found one by one by their ids are few, and may be sorted.
 */
export const wasteOf = (plans: readonly Plan[]): string[] =>
  plans.flatMap(({ plan }) =>
    plan.filter((step, i) => {
      const before = plan.slice(0, i);
      if (step === 'USE TEMP B-TREE FOR ORDER BY' && before.some((each) => BY_ID.test(each))) return false;
      const scanned = /^SCAN (\w+)$/.exec(step)?.[1];
      if (scanned !== undefined && before.includes(`CO-ROUTINE ${scanned}`)) return false;
      return /^SCAN (?!t$|\$rows$|\w+ (?:EXISTS )?VIRTUAL|CONSTANT ROW|\d|\()|TEMP B-TREE (?!FOR GROUP BY)|AUTOMATIC/.test(step);
    }),
  );

/** The search of the rows of the answer: its table has the first alias. */
const BY_ID = /^SEARCH d0 USING INDEX \w+ \((\w+=\? AND )*id=\?\)$/;

/** How SQLite would run each of the statements: a line for each step. */
export async function plansOf(d1: D1Database, statements: readonly Statement[]): Promise<Plan[]> {
  if (statements.length === 0) return [];
  const explained = statements.map(({ sql, values }) => d1.prepare(`explain query plan ${sql}`).bind(...values));
  const results = await d1.batch<{ detail: string }>(explained);
  return statements.map((statement, i) => ({ ...statement, plan: (results[i]?.results ?? []).map(({ detail }) => detail) }));
}
