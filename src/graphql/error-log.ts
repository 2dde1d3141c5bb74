/** The log line of an unexpected error, with the id of its request. */
export interface ErrorLine {
  readonly requestId: string;
  readonly name: string;
  readonly message: string;
}

/** Returns the log line of an error. */
export function errorLine(error: unknown, requestId: string): ErrorLine {
  return { requestId, name: innermost(error).name, message: messageOf(error) };
}

/**
 * Returns what a log may have of an error: the first line of the innermost error's message. Drizzle's outer error has the statement with its
 * values, which must not be logged, and the later lines of a message may have them too.
 */
export const messageOf = (error: unknown): string => innermost(error).message.split('\n')[0] ?? '';

/** Returns the first error in a chain of causes. */
function innermost(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  return error.cause instanceof Error ? innermost(error.cause) : error;
}
