/** How D1 says that it did not do a call, word for word: documented, or seen of a local database that was locked from outside. */
export const REFUSALS = {
  fail: 'D1_ERROR: Network connection lost.',
  reset: 'D1_ERROR: Internal error while starting up D1 DB storage caused object to be reset.',
  internal: 'D1_ERROR: Failed to get session commit token: internal error; reference = s15k396gk93hvacqgte13quv',
  busy: 'D1_ERROR: database is locked: SQLITE_BUSY',
  locked: 'D1_ERROR: database table is locked: SQLITE_LOCKED_SHAREDCACHE',
  full: 'D1_ERROR: database or disk is full: SQLITE_FULL',
  size: 'D1_ERROR: Exceeded maximum DB size',
  readonly: 'D1_ERROR: attempt to write a readonly database: SQLITE_READONLY',
  absent: 'D1_ERROR: unable to open database file: SQLITE_CANTOPEN',
  disk: 'D1_ERROR: disk I/O error: SQLITE_IOERR_WRITE',
  overload: 'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
  timeout: 'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.',
} as const;

export type Refusal = keyof typeof REFUSALS;

/** What goes wrong with a call to D1. */
export interface Fault {
  /**
   * One of `REFUSALS`: D1 refuses it, or it never arrives. `drop`: it is done, and the answer is lost. `delay`: it takes long. `crash`:
   * a batch breaks before one of its statements, or not at all where it has none there. `race`: another writer comes before a write.
   */
  readonly kind: 'drop' | 'delay' | 'crash' | 'race' | Refusal;
  /** The first call that it happens to, from 1 on. */
  readonly call: number;
  /** How many calls in a row it happens to. */
  readonly times: number;
  /** The statement of a batch, from 0 on, that a crash comes before. */
  readonly statement: number;
}

/** `drop:2` or, for the next three calls as well, `fail:2x4`; before the second batch's first statement `crash:2@0`. */
export function parseFault(text: string): Fault {
  const [, kind, call, times = '1', statement = '0'] = /^([a-z]+):(\d+)(?:x(\d+))?(?:@(\d+))?$/.exec(text) ?? [];
  if (!isKind(kind)) throw new Error(`no fault: ${text}`);
  return { kind, call: Number(call), times: Number(times), statement: Number(statement) };
}

const isKind = (kind: string | undefined): kind is Fault['kind'] =>
  [...Object.keys(REFUSALS), 'drop', 'delay', 'crash', 'race'].some((known) => known === kind);

/** The database with a fault. Calls are counted as they are made: a batch, or one statement that is run by itself. */
export function faulty(d1: D1Database, { kind, call, times, statement }: Fault): D1Database {
  let calls = 0;
  const guards = new WeakSet<D1PreparedStatement>();
  const hit = async <T>(send: (isHit: boolean) => Promise<T>): Promise<T> => {
    const isHit = ++calls >= call && calls < call + times;
    if (!isHit) return send(false);
    const refusal = Object.entries(REFUSALS).find(([name]) => name === kind);
    if (refusal) throw new Error(refusal[1]);
    if (kind === 'delay') await new Promise((resolve) => setTimeout(resolve, 50));
    const answer = await send(true);
    if (kind === 'drop') throw new Error(REFUSALS.fail);
    return answer;
  };
  const broken = <T extends D1Database | D1DatabaseSession>(door: T): T =>
    new Proxy(door, {
      get(target, name) {
        if (name === 'batch') {
          return (statements: D1PreparedStatement[]) =>
            hit((isHit) => {
              if (isHit && kind === 'race' && statements.some((each) => guards.has(each)))
                throw new Error('D1_ERROR: LOST_RACE: SQLITE_CONSTRAINT');
              return target.batch(isHit && kind === 'crash' ? crashing(target, statements, statement) : statements);
            });
        }
        if (name === 'prepare')
          return (sql: string) => alone(target.prepare(sql), hit, (bound) => sql.includes('_assert') && guards.add(bound));
        if ('withSession' in target && name === 'withSession') return (from: string) => broken(target.withSession(from));
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  return broken(d1);
}

/** The batch with a statement in it that SQLite breaks off at. */
function crashing(d1: Pick<D1Database, 'prepare'>, statements: D1PreparedStatement[], before: number): D1PreparedStatement[] {
  return before < statements.length ? statements.toSpliced(before, 0, d1.prepare("select json('crash')")) : statements;
}

const ALONE = ['first', 'all', 'raw', 'run'] as const;

/** A statement of which running it by itself is a call; in a batch it is D1's own. */
function alone(statement: D1PreparedStatement, hit: <T>(send: () => Promise<T>) => Promise<T>, note: (bound: D1PreparedStatement) => void) {
  return {
    bind(...values: unknown[]) {
      const bound = statement.bind(...values);
      note(bound);
      const calls = ALONE.map((method) => {
        const call = bound[method].bind(bound) as () => Promise<unknown>;
        return [method, () => hit(() => call())] as const;
      });
      return Object.assign(bound, Object.fromEntries(calls));
    },
  };
}
