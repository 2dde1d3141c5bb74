/** What is measured: something that answers requests from a database. */
export interface Contestant {
  fetch(request: Request, env: Env, context: ExecutionContext): Response | Promise<Response>;
}

interface Env {
  readonly DB: D1Database;
}

/**
 * The contestant as a Worker. A request with `x-bench-delay` finds each D1 call so many milliseconds slower, and is answered with
 * `x-d1-calls`, `x-rows-read` and `x-rows-written`: exact where requests come one at a time. Without it the binding is D1's own, so that watching costs
 * nothing where CPU is measured.
 */
export function measured(contestant: Contestant): Contestant {
  const usage: Usage = { calls: 0, rowsRead: 0, rowsWritten: 0 };
  // The same object for each request, as a binding is: a contestant may keep what it makes of it.
  const late = new Map<number, D1Database>();
  return {
    async fetch(request, env, context) {
      const header = request.headers.get('x-bench-delay');
      if (header === null) return contestant.fetch(request, env, context);
      const delay = Number(header);
      const d1 = late.get(delay) ?? watched(env.DB, usage, delay);
      late.set(delay, d1);
      Object.assign(usage, { calls: 0, rowsRead: 0, rowsWritten: 0 });
      const answer = await contestant.fetch(request, { ...env, DB: d1 }, context);
      const response = new Response(answer.body, answer);
      response.headers.set('x-d1-calls', String(usage.calls));
      response.headers.set('x-rows-read', String(usage.rowsRead));
      response.headers.set('x-rows-written', String(usage.rowsWritten));
      return response;
    },
  };
}

interface Usage {
  calls: number;
  rowsRead: number;
  rowsWritten: number;
}

/** The database, with each of its answers counted, and late. */
function watched(d1: D1Database, usage: Usage, delay: number): D1Database {
  const inner = new WeakMap<object, D1PreparedStatement>();
  const call = async (send: () => Promise<D1Result[]>): Promise<D1Result[]> => {
    usage.calls++;
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    const results = await send();
    for (const { meta } of results) {
      usage.rowsRead += meta.rows_read;
      usage.rowsWritten += meta.rows_written;
    }
    return results;
  };
  const watch = (statement: D1PreparedStatement): object => {
    const all = async () => (await call(async () => [await statement.all()]))[0] as D1Result<Record<string, unknown>>;
    const outer = {
      bind: (...values: unknown[]) => watch(statement.bind(...values)),
      all,
      run: all,
      // Both tell nothing of what they read, and so are made of `all`, which does.
      first: async (column?: string) => {
        const row = (await all()).results[0] ?? null;
        return row && column !== undefined ? row[column] : row;
      },
      raw: async () => (await all()).results.map((row) => Object.values(row)),
    };
    inner.set(outer, statement);
    return outer;
  };
  const prepare = (sql: string) => watch(d1.prepare(sql));
  const batchOn = (where: Pick<D1Database, 'batch'>) => (statements: D1PreparedStatement[]) =>
    call(() => where.batch(statements.map((one) => inner.get(one) ?? one)));
  const withSession: D1Database['withSession'] = (constraint) => {
    const session = d1.withSession(constraint);
    return { prepare, batch: batchOn(session), getBookmark: () => session.getBookmark() } as unknown as D1DatabaseSession;
  };
  return { prepare, batch: batchOn(d1), withSession } as unknown as D1Database;
}
