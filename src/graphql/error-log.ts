/** The log line of an unexpected error, with the id of its request. */
export interface ErrorLine {
  readonly requestId: string;
  readonly name: string;
  readonly message: string;
}

/**
 * Returns the log line of an error: the first line of the innermost error's message. Drizzle's outer error has the statement with its
 * values, which must not be logged, and the later lines of a message may have them too.
 */
export function errorLine(error: unknown, requestId: string): ErrorLine {
  const { name, message } = innermost(error instanceof Error ? error : new Error(String(error)));
  return { requestId, name, message: message.split('\n')[0] ?? '' };
}

/** Returns the first error in a chain of causes. */
const innermost = (error: Error): Error => (error.cause instanceof Error ? innermost(error.cause) : error);
