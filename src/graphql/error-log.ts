/** An error of ours, with the request that met it. */
export interface ErrorLine {
  readonly requestId: string;
  readonly name: string;
  readonly message: string;
}

/**
 * Which error it was and not what was in it: Drizzle wraps the database's error in one that holds the statement with its values, and what
 * follows the first line may hold them too.
 */
export function errorLine(error: unknown, requestId: string): ErrorLine {
  const { name, message } = innermost(error instanceof Error ? error : new Error(String(error)));
  return { requestId, name, message: message.split('\n')[0] ?? '' };
}

/** What went wrong first. */
const innermost = (error: Error): Error => (error.cause instanceof Error ? innermost(error.cause) : error);
