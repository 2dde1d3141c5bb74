/** A piece of SQL that means something. Quoted names are names: whether a word is a keyword is for the reader to say. */
export interface Token {
  readonly kind: 'word' | 'name' | 'text' | 'placeholder' | 'symbol';
  readonly text: string;
  /** Where it begins in the SQL. */
  readonly at: number;
}

/** Strings, quoted names, placeholders, words, numbers, comments and `||`; whatever else stands alone. */
const PIECES =
  /(?<text>'(?:[^']|'')*')|(?<name>"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\])|(?<placeholder>\?\d*)|(?<word>[A-Za-z_]\w*)|(?<ignored>\s+|--[^\n]*|\/\*[\s\S]*?\*\/)|(?<symbol>\d[\w.]*|\|\||[\s\S])/g;

const KINDS = ['text', 'name', 'placeholder', 'word', 'symbol'] as const;

/** Takes SQL apart, without white space and comments. */
export function* tokensOf(sql: string): Generator<Token> {
  for (const { groups = {}, index } of sql.matchAll(PIECES)) {
    const kind = KINDS.find((each) => groups[each] !== undefined);
    if (kind) yield { kind, text: groups[kind] ?? '', at: index };
  }
}

/** A call of a function in SQL. */
export interface Call {
  readonly name: string;
  /** Where its name begins, and the first position after its closing bracket. */
  readonly start: number;
  readonly end: number;
  /** The text of each argument, as positions: from the first, up to and without the second. */
  readonly arguments: readonly (readonly [start: number, end: number])[];
}

/** Words that stand before a bracket and call nothing. */
const NO_FUNCTIONS = new Set(
  'all and as between by case check collate conflict do else except exists filter from glob having in intersect into is isnull join key like limit match materialized not notnull offset on or order over partition regexp returning select set then union unique using values when where'.split(
    ' ',
  ),
);
/** After these stands the name of a table or an index, whose columns follow in brackets. */
const BEFORE_NAMES = new Set(['into', 'table', 'index', 'on', 'references', 'with', 'recursive', 'update']);

interface OpenBracket {
  readonly call: { readonly name: string; readonly start: number } | null;
  readonly arguments: (readonly [number, number])[];
  begun: number;
  isEmpty: boolean;
}

/** Every call of a function, an inner one before the one that it is an argument of. */
export function* callsOf(sql: string): Generator<Call> {
  const open: OpenBracket[] = [];
  let before: Token | undefined;
  let last: Token | undefined;
  for (const token of tokensOf(sql)) {
    const innermost = open.at(-1);
    if (token.text === '(' && token.kind === 'symbol') {
      const call = last && isFunction(last, before) ? { name: last.text.toLowerCase(), start: last.at } : null;
      if (innermost) innermost.isEmpty = false;
      open.push({ call, arguments: [], begun: token.at + 1, isEmpty: true });
    } else if (innermost && token.kind === 'symbol' && token.text === ',') {
      innermost.arguments.push([innermost.begun, token.at]);
      innermost.begun = token.at + 1;
    } else if (innermost && token.kind === 'symbol' && token.text === ')') {
      open.pop();
      if (!innermost.isEmpty) innermost.arguments.push([innermost.begun, token.at]);
      if (innermost.call) yield { ...innermost.call, end: token.at + 1, arguments: innermost.arguments };
    } else if (innermost) innermost.isEmpty = false;
    before = last;
    last = token;
  }
}

const isFunction = ({ kind, text }: Token, before: Token | undefined): boolean =>
  kind === 'word' && !NO_FUNCTIONS.has(text.toLowerCase()) && !(before?.kind === 'word' && BEFORE_NAMES.has(before.text.toLowerCase()));
