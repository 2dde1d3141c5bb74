/** Characters of one value that a message repeats. */
const MAX_ECHO = 100;
/** Characters of a message. Ours are shorter, so that only a caller's text is cut. */
const MAX_MESSAGE = 1_000;

/**
 * Returns a message with each value in it cut to 100 characters. A message repeats what a caller sent, sometimes twice, and so could make an
 * error larger than the request.
 */
export function withShortEchoes(message: string): string {
  if (message.length <= MAX_ECHO) return message;
  return cut(
    VALUES.reduce((text, values) => text.replace(values, (value) => cut(value, MAX_ECHO)), message),
    MAX_MESSAGE,
  );
}

/** Values as messages show them: in quotes, in brackets, or between spaces. graphql-js writes a value, `; ` and the reason, which may show it too. */
const VALUES = [/"[^"]*"/g, /[[{](?:(?!; [A-Z]).)*[\]}]/gs, /\S+/g];

/** Keeps the last character, a quote or a bracket. What is cut already is not cut again. */
const cut = (text: string, length: number): string =>
  text.length > length + 2 ? `${text.slice(0, length).toWellFormed()}…${text.slice(-1).toWellFormed()}` : text;
