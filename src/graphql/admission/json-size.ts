/** Bytes of a number: those of an instant, the longest text that is stored as a number. */
const NUMBER = 26;

/** Maximum bytes of a value as JSON in UTF-8. Exact except for numbers. */
export function jsonSize(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return textSize(value);
    case 'number':
      return NUMBER;
    case 'boolean':
      return value ? 4 : 5;
    case 'object':
      return value === null ? 4 : sizeOfParts(value);
    default:
      return 4;
  }
}

function sizeOfParts(value: object): number {
  let size = 2;
  if (Array.isArray(value)) for (const each of value) size += jsonSize(each) + 1;
  else for (const [key, each] of Object.entries(value)) size += textSize(key) + jsonSize(each) + 2;
  return size;
}

function textSize(text: string): number {
  let size = text.length + 2;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === QUOTE || unit === BACKSLASH) size += 1;
    else if (unit < 0x20) size += SHORT_ESCAPES.has(unit) ? 1 : 5;
    // A surrogate pair takes four bytes. A lone surrogate is escaped.
    else if (unit >= 0x800) size += isSurrogate(unit) ? (isPaired(text, i) ? 1 : 5) : 2;
    else if (unit >= 0x80) size += 1;
  }
  return size;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** `\b \t \n \f \r` */
const SHORT_ESCAPES: ReadonlySet<number> = new Set([8, 9, 10, 12, 13]);

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

const isPaired = (text: string, i: number): boolean =>
  isHigh(text.charCodeAt(i)) ? isLow(text.charCodeAt(i + 1)) : i > 0 && isHigh(text.charCodeAt(i - 1));
