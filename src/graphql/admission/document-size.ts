import { type DocumentNode, GraphQLError, Lexer, type ParseOptions, parse, Source, TokenKind } from 'graphql';
import { grouped } from '../../domain/count.ts';
import { LIMITS } from '../limits.ts';
import { badRequest } from './request-errors.ts';

/** Parses a document. Refuses one that is too large to parse, or nested so deep that parsing it could exhaust the stack. */
export function parseWithinLimits(text: string, options: ParseOptions = {}): DocumentNode {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > LIMITS.document)
    throw badRequest(`The query is ${grouped(bytes)} bytes long; at most ${grouped(LIMITS.document)} are allowed.`);
  requireShallow(text);
  try {
    return parse(text, { ...options, maxTokens: LIMITS.tokens });
  } catch (error) {
    throw isTokenLimit(error) ? badRequest(`The query has more than ${grouped(LIMITS.tokens)} tokens; no more are allowed.`) : error;
  }
}

/** The parser and the validation rules call themselves for each level of brackets. */
function requireShallow(text: string): void {
  const lexer = new Lexer(new Source(text));
  let nesting = 0;
  for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
    if (CLOSING.has(kind)) nesting--;
    if (OPENING.has(kind) && ++nesting > LIMITS.nesting)
      throw badRequest(`Brackets in the query are nested more than ${LIMITS.nesting} levels deep; no more are allowed.`);
  }
}

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Whether the parser stopped at `maxTokens`. graphql-js 16.15.0 marks that error by its message alone (`advanceLexer` in language/parser). */
const isTokenLimit = (error: unknown): boolean => error instanceof GraphQLError && error.message.endsWith(' tokens. Parsing aborted.');
