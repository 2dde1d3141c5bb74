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

/** How SQLite would run each of the statements: a line for each step. */
export async function plansOf(d1: D1Database, statements: readonly Statement[]): Promise<{ sql: string; plan: string[] }[]> {
  if (statements.length === 0) return [];
  const explained = statements.map(({ sql, values }) => d1.prepare(`explain query plan ${sql}`).bind(...values));
  const results = await d1.batch<{ detail: string }>(explained);
  return statements.map(({ sql }, i) => ({ sql, plan: (results[i]?.results ?? []).map(({ detail }) => detail) }));
}
