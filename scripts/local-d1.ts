import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { unstable_readConfig as readConfig, type Unstable_RawConfig } from 'wrangler';
import { withDocumentedLimits } from '../src/engine/d1/documented-limits.ts';
import { ROOT } from './wrangler.ts';

/**
 * Runs `work` with the local D1 that wrangler stores at `state`, and returns its result. A batch is one message to workerd. Wrangler's own
 * proxy sends a message for each `prepare` and `bind`, which makes the sample data take four times as long. It refuses what the service would
 * refuse, but for the number of statements.
 */
export async function withDatabase<T>(state: string, work: (d1: D1Database) => Promise<T>): Promise<T> {
  const { d1_databases = [], compatibility_date }: Unstable_RawConfig = readConfig({ config: `${ROOT}/wrangler.toml` });
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: BRIDGE,
      compatibilityDate: compatibility_date,
      d1Databases: Object.fromEntries(d1_databases.map(({ binding, database_id }) => [binding, database_id ?? binding])),
      resourcePersistencePath: `${state}/v3`,
    }),
  );
  try {
    return await work(withDocumentedLimits(new LocalD1((call) => send(miniflare, call)), Number.POSITIVE_INFINITY));
  } finally {
    await miniflare.dispose();
  }
}

/** Statements with their values, and the method of D1 that runs them. */
interface Call {
  readonly statements: readonly (readonly [sql: string, values: readonly unknown[]])[];
  readonly method: 'batch' | 'exec' | 'first' | 'all' | 'run' | 'raw';
  readonly options?: unknown;
}

type Send = (call: Call) => Promise<unknown>;

/** The Worker that has the database. It makes each call that it receives. */
const BRIDGE = `export default {
  async fetch(request, { DB }) {
    const { statements, method, options } = await request.json();
    const prepared = () => statements.map(([sql, values]) => DB.prepare(sql).bind(...values));
    try {
      if (method === 'exec') return Response.json(await DB.exec(statements[0][0]));
      if (method === 'batch') return Response.json(await DB.batch(prepared()));
      const [statement] = prepared();
      return Response.json(await (options === undefined ? statement[method]() : statement[method](options)));
    } catch (error) {
      return new Response(error.message, { status: 500 });
    }
  },
};`;

async function send(miniflare: Miniflare, call: Call): Promise<unknown> {
  const response = await miniflare.dispatchFetch('http://d1', { method: 'POST', body: JSON.stringify(call) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

class LocalD1 implements D1Database {
  readonly #send: Send;

  constructor(sends: Send) {
    this.#send = sends;
  }

  prepare(sql: string): D1PreparedStatement {
    return new LocalStatement(this.#send, sql, []);
  }

  async batch<T = unknown>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> {
    const pairs = statements.map((statement) => {
      if (!(statement instanceof LocalStatement)) throw new TypeError('a statement of another database');
      return statement.pair;
    });
    return (await this.#send({ method: 'batch', statements: pairs })) as D1Result<T>[];
  }

  async exec(sql: string): Promise<D1ExecResult> {
    return (await this.#send({ method: 'exec', statements: [[sql, []]] })) as D1ExecResult;
  }

  withSession(): D1DatabaseSession {
    return { prepare: (sql) => this.prepare(sql), batch: (statements) => this.batch(statements), getBookmark: () => null };
  }

  dump(): Promise<ArrayBuffer> {
    throw new Error('A local database is a file: copy it.');
  }
}

class LocalStatement implements D1PreparedStatement {
  readonly #send: Send;
  readonly pair: readonly [sql: string, values: readonly unknown[]];

  constructor(sends: Send, ...pair: LocalStatement['pair']) {
    this.#send = sends;
    this.pair = pair;
  }

  bind(...values: unknown[]): D1PreparedStatement {
    return new LocalStatement(this.#send, this.pair[0], values);
  }

  first<T = unknown>(column: string): Promise<T | null>;
  first<T = Record<string, unknown>>(): Promise<T | null>;
  first<T>(column?: string): Promise<T | null> {
    return this.#call('first', column);
  }

  all<T = Record<string, unknown>>(): Promise<D1Result<T>> {
    return this.#call('all');
  }

  run<T = Record<string, unknown>>(): Promise<D1Result<T>> {
    return this.#call('run');
  }

  raw<T = unknown[]>(options: { columnNames: true }): Promise<[string[], ...T[]]>;
  raw<T = unknown[]>(options?: { columnNames?: false }): Promise<T[]>;
  raw<T>(options?: { columnNames?: boolean }): Promise<T[] | [string[], ...T[]]> {
    return this.#call('raw', options);
  }

  #call<T>(method: Call['method'], options?: unknown): Promise<T> {
    return this.#send({ method, options, statements: [this.pair] }) as Promise<T>;
  }
}
