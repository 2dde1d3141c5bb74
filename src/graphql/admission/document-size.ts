import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { LIMITS } from '../limits.ts';

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Refuses a document that is too large to be read, or nested so deep that reading it could exhaust the stack: the parser and the
 * validation rules call themselves for each level.
 */
export function requireReadable(text: string): void {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > LIMITS.document) throw tooMuch(`The query is ${bytes} bytes long; at most ${LIMITS.document} are allowed.`);
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let nesting = 0;
  for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
    if (++tokens > LIMITS.tokens) throw tooMuch(`The query has more than ${LIMITS.tokens} tokens; no more are allowed.`);
    if (OPENING.has(kind) && ++nesting > LIMITS.nesting) {
      throw tooMuch(`Brackets in the query are nested more than ${LIMITS.nesting} levels deep; no more are allowed.`);
    }
    if (CLOSING.has(kind)) nesting--;
  }
}

const tooMuch = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
