import { type DocumentNode, GraphQLError, Kind, parse, print, separateOperations, visit } from 'graphql';
import { Lru } from '../../engine/lru.ts';
import { LIMITS } from '../limits.ts';
import { documentIdOf, startOf } from './document-id.ts';
import { parseWithinLimits } from './document-size.ts';
import shipped from './documents.json' with { type: 'json' };

/** The trusted documents by the start of their ids: those of `schema/documents`, which ship with the API. */
const textByStart: ReadonlyMap<string, string> = new Map(Object.entries(shipped.texts));
const trustedTexts: ReadonlySet<string> = new Set(textByStart.values());

/** The document that the typed client names, by its id: a trusted one with the `__typename` that caches need. */
const plainStartById: ReadonlyMap<string, string> = new Map(Object.entries(shipped.typenamed));
/** Texts by whole id. Each is added at its first use, and there are as many as ship. */
const shippedTexts = new Map<string, string>();

/** At most 16 MB of documents, since each is at most `LIMITS.document` bytes long. */
const MAX_SENT_TEXTS = 512;

/**
 * Documents that organizations sent with their ids. By organization, so that none can find out what another runs; in the memory of this isolate
 * only, so that a client may have to send its document again at any time.
 */
const sentTexts = new Lru<string, string>(MAX_SENT_TEXTS);

/** The text of a document by its id, `sha256:` and the hash of the text in hexadecimal; `null` when the organization knows no such document. */
export const documentOf = (orgId: string, id: string): string | null =>
  shippedTexts.get(id) ?? shippedText(id) ?? sentTexts.get(keyOf(orgId, id)) ?? null;

function shippedText(id: string): string | undefined {
  const plain = textByStart.get(plainStartById.get(id) ?? '');
  const text = plain === undefined ? textByStart.get(startOf(id)) : withTypenames(plain);
  // Ids may differ after their start. Those with `__typename` are whole, because clients order such a text in their own way.
  if (text === undefined || (plain === undefined && documentIdOf(text) !== id)) return undefined;
  shippedTexts.set(id, text);
  return text;
}

/** Returns a document that also selects `__typename` of every object. */
const withTypenames = (text: string): string =>
  print(
    visit(parse(text), {
      SelectionSet: ({ selections, ...set }) => {
        const isSelected = selections.some((selection) => selection.kind === Kind.FIELD && isAdded(selection.name.value));
        return isSelected ? undefined : { ...set, selections: [TYPENAME, ...selections] };
      },
    }),
  );

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

/** Remembers a text that an organization sent. The id is the text's own. */
export function rememberDocument(orgId: string, id: string, text: string): void {
  if (text.length <= LIMITS.document) sentTexts.set(keyOf(orgId, id), text);
}

/**
 * Whether a text is a trusted document, or one operation of it with its fragments. White space, comments and added `__typename` make no
 * difference: clients print a document again, and normalized caches add `__typename` to each selection.
 */
export function isTrusted(text: string): boolean {
  if (trustedTexts.has(text) || otherSpellings.get(text)) return true;
  const document = parsed(text);
  if (!document || !(trustedSpellings().has(spellingOf(document)) || plainStartById.has(documentIdOf(text)))) return false;
  otherSpellings.set(text, true);
  return true;
}

/** Texts that mean a trusted document, so that each is parsed once. */
const otherSpellings = new Lru<string, true>(MAX_SENT_TEXTS);

let spellings: ReadonlySet<string> | undefined;

/** Computed at the first need: most requests name a document or send its very text. */
function trustedSpellings(): ReadonlySet<string> {
  spellings ??= new Set(
    [...trustedTexts].flatMap((text) => {
      const document = parse(text);
      return [document, ...Object.values(separateOperations(document))].map(spellingOf);
    }),
  );
  return spellings;
}

const spellingOf = (document: DocumentNode): string =>
  print(
    visit(document, {
      Field: ({ name, alias, directives = [] }) => (isAdded(name.value) && !alias && directives.length === 0 ? null : undefined),
    }),
  );

const isAdded = (field: string): boolean => field === '__typename';

/** Returns the document, or `null` if the text is too large to run or has an error. */
function parsed(text: string): DocumentNode | null {
  try {
    return parseWithinLimits(text);
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

const keyOf = (orgId: string, id: string): string => JSON.stringify([orgId, id]);
