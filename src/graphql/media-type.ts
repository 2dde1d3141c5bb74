/** What an answer may be written as; where a caller likes them alike, the first. */
const MEDIA_TYPES = ['application/json', 'application/graphql-response+json'] as const;

export type MediaType = (typeof MEDIA_TYPES)[number];

/** What an answer is written as where the caller accepts nothing that there is. */
export const DEFAULT_MEDIA_TYPE: MediaType = 'application/json';

interface Range {
  readonly type: string;
  readonly quality: number;
  readonly index: number;
}

/**
 * The media type that a caller prefers (RFC 9110, section 12.5.1): of two liked alike, one that is named rather than matched by `*`, then the
 * one named first. Null where none is acceptable, other charsets than UTF-8 included.
 */
export function mediaTypeFor(accept: string | null): MediaType | null {
  const ranges = (accept || '*/*').split(',').flatMap(rangeIn);
  const [preferred] = MEDIA_TYPES.flatMap((type) => {
    const range = patternsOf(type).flatMap((pattern) => ranges.find((each) => each.type === pattern) ?? [])[0];
    return range && range.quality > 0 ? [{ ...range, type, isNamed: range.type === type }] : [];
  }).toSorted((a, b) => b.quality - a.quality || Number(b.isNamed) - Number(a.isNamed) || (a.isNamed ? a.index - b.index : 0));
  return preferred?.type ?? null;
}

/** The most specific first. */
const patternsOf = (type: MediaType): readonly string[] => [type, 'application/*', '*/*'];

function rangeIn(text: string, index: number): readonly Range[] {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const parameter = (name: string) => parameters.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
  if (!/^"?utf-8"?$/.test(parameter('charset') ?? 'utf-8')) return [];
  const quality = Number(parameter('q') ?? 1);
  return [{ type, quality: Number.isNaN(quality) ? 1 : quality, index }];
}
