/** Characters of one value that a message repeats. */
const MAX_ECHO = 100;
/** Characters of a message. Ours are shorter, so that only a caller's text is cut. */
const MAX_MESSAGE = 1_000;

/**
 * Returns a message with each value in it cut to 100 characters: what it shows in quotes, in brackets, or between spaces. A message repeats
 * what a caller sent, sometimes twice, and so could make an error larger than the request.
 */
export function withShortEchoes(message: string): string {
  if (message.length <= MAX_ECHO) return message;
  const inBrackets = message
    .replace(/"[^"]*"/g, shortened)
    .split(REASON)
    .map(withShortBrackets)
    .join('');
  return cut(inBrackets.replace(/\S+/g, shortened), MAX_MESSAGE);
}

/** graphql-js writes a value, `; ` and the reason, which may show the value too. */
const REASON = /(?=; [A-Z])/;

/** Cuts what is between the first bracket and the last one. By their places: a pattern would go through all that follows each open bracket. */
function withShortBrackets(part: string): string {
  const start = part.search(/[[{]/);
  const end = Math.max(part.lastIndexOf(']'), part.lastIndexOf('}')) + 1;
  return start < 0 || end < start ? part : part.slice(0, start) + shortened(part.slice(start, end)) + part.slice(end);
}

const shortened = (value: string): string => cut(value, MAX_ECHO);

/** Keeps the last character, a quote or a bracket. What is cut already is not cut again. */
const cut = (text: string, length: number): string =>
  text.length > length + 2 ? `${text.slice(0, length).toWellFormed()}…${text.slice(-1).toWellFormed()}` : text;
