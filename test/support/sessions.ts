/** A bookmark that looks like one, and that the database takes for none of its own. */
export const FOREIGN = 'ffffffff-00000001-00000001-00000000000000000000000000000000';

/** The database, noting for each call of a session from where the session began. */
export function observed(d1: D1Database, startPoints: string[]): D1Database {
  const session = (from: string): D1DatabaseSession => {
    const target = d1.withSession(from);
    const batch = (statements: D1PreparedStatement[]) => {
      startPoints.push(from);
      return from === FOREIGN ? Promise.reject(new Error('D1_ERROR: no such bookmark')) : target.batch(statements);
    };
    return { prepare: (sql) => target.prepare(sql), batch: batch as D1DatabaseSession['batch'], getBookmark: () => target.getBookmark() };
  };
  return new Proxy(d1, {
    get(target, name) {
      if (name === 'withSession') return session;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
