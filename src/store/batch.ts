import { is, SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { assertion } from './assertion.ts';
import type { Store } from './client.ts';

type Statement = BatchItem<'sqlite'>;

/** What each statement answers; `undefined` for one that is not sent. */
type Answers<Statements> = { readonly [K in keyof Statements]: AnswerOf<Statements[K]> };
type AnswerOf<Each> = Each extends PromiseLike<infer Answer> ? Answer : undefined;

/** Sends those statements that there are in one batch, and none at all if there are none. */
export async function batchOf<Statements extends Readonly<Record<string, (Statement & PromiseLike<unknown>) | null>>>(
  { db }: Store,
  statements: Statements,
): Promise<Answers<Statements>> {
  const sent = Object.entries(statements).flatMap(([name, statement]) => (statement ? [[name, statement] as const] : []));
  const [first, ...more] = sent.map(([, statement]): Statement => statement);
  const answers: readonly unknown[] = first ? await db.batch([first, ...more]) : [];
  // A batch answers in the order of its statements, which the names are in.
  return Object.fromEntries(sent.map(([name], i) => [name, answers[i]])) as Answers<Statements>;
}

const NOT_MET = 'NOT_MET';

/** Sends statements in one batch that fails unless the condition is true. Returns false if it failed for that reason: nothing was written. */
export async function batchIf({ db }: Store, condition: SQL, statements: readonly (SQL | Statement)[]): Promise<boolean> {
  const prepared = statements.map((statement) => (is(statement, SQL) ? db.run(statement) : statement));
  try {
    await db.batch([db.run(assertion(condition, NOT_MET)), ...prepared]);
    return true;
  } catch (error) {
    if (messagesOf(error).includes(NOT_MET)) return false;
    throw error;
  }
}

const messagesOf = (error: unknown): string => (error instanceof Error ? `${error.message} ${messagesOf(error.cause)}` : '');
