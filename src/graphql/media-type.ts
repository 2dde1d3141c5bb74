import { Lru } from '../engine/lru.ts';

/** The media types of an answer. The first one wins if a caller prefers none. */
const MEDIA_TYPES = ['application/json', 'application/graphql-response+json'] as const;

export type MediaType = (typeof MEDIA_TYPES)[number];

/** The media type of an answer to a caller that accepts none of them. */
export const DEFAULT_MEDIA_TYPE: MediaType = 'application/json';

interface Range {
  readonly type: string;
  readonly quality: number;
  readonly index: number;
}

/** Clients send few different headers, and each request is asked for its own twice. */
const known = new Lru<string, { readonly type: MediaType | null }>(50);

/** Characters of the longest header that is remembered. */
const LONGEST = 200;

/**
 * Returns the media type that a caller prefers (RFC 9110, section 12.5.1). Of equal preferences, a type that is named wins over one that
 * `*` matches, then the one named first. `null`: the caller accepts none of them, or only a charset other than UTF-8.
 */
export function mediaTypeFor(accept: string | null): MediaType | null {
  const header = accept || '*/*';
  const { type } = known.get(header) ?? { type: preferredIn(header) };
  if (header.length <= LONGEST) known.set(header, { type });
  return type;
}

function preferredIn(header: string): MediaType | null {
  const ranges = header.split(',').flatMap(rangeIn);
  const [preferred] = MEDIA_TYPES.flatMap((type) => {
    const range = patternsOf(type).flatMap((pattern) => ranges.find((each) => each.type === pattern) ?? [])[0];
    return range && range.quality > 0 ? [{ ...range, type, isNamed: range.type === type }] : [];
  }).toSorted((a, b) => b.quality - a.quality || Number(b.isNamed) - Number(a.isNamed) || (a.isNamed ? a.index - b.index : 0));
  return preferred?.type ?? null;
}

/** Returns the patterns that match a media type, the most specific first. */
const patternsOf = (type: MediaType): readonly string[] => [type, 'application/*', '*/*'];

function rangeIn(text: string, index: number): readonly Range[] {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const parameter = (name: string) => parameters.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
  if (!/^"?utf-8"?$/.test(parameter('charset') ?? 'utf-8')) return [];
  const quality = Number(parameter('q') ?? 1);
  return [{ type, quality: Number.isNaN(quality) ? 1 : quality, index }];
}
