import { GraphQLError, type GraphQLSchema, getOperationAST, validate } from 'graphql';
import { documentIdOf } from '../src/graphql/admission/document-id.ts';
import { parseWithinLimits } from '../src/graphql/admission/document-size.ts';
import { Failure } from './main.ts';

/** One operation of a client, as its build tool persisted it. */
export interface PersistedDocument {
  /** The name of the operation. */
  readonly name: string;
  /** The document exactly as the client hashed it. */
  readonly text: string;
}

/**
 * Returns the documents of a manifest: of codegen (`persisted-documents.json`) or Relay (`persistConfig`), which map hashes to texts, or of
 * Apollo (`apollo-persisted-query-manifest`).
 * @throws Failure with every document that cannot run: a hash other than SHA-256, several operations, or an error in the schema
 */
export function documentsIn(manifest: unknown, schema: GraphQLSchema): readonly PersistedDocument[] {
  const entries = entriesOf(manifest);
  const faults = entries.flatMap(([id, text]) => {
    const fault = faultIn(id, text, schema);
    return fault === null ? [] : [`- ${id}: ${fault}`];
  });
  if (faults.length > 0) throw new Failure(`These documents of the manifest cannot be imported:\n${faults.join('\n')}`);
  return entries.map(([, text]) => ({ name: nameOf(text), text }));
}

type Entry = readonly [id: string, text: string];

function entriesOf(manifest: unknown): readonly Entry[] {
  const isApollo = isObject(manifest) && manifest.format === 'apollo-persisted-query-manifest';
  const entries: readonly (readonly [unknown, unknown])[] = isApollo
    ? listOf(manifest.operations).map(({ id, body }) => [id, body])
    : Object.entries(isObject(manifest) ? manifest : {});
  if (entries.length === 0 || !entries.every(isEntry))
    throw new Failure('The file is no manifest of persisted documents. It must be JSON of codegen, of Relay or of Apollo.');
  return entries;
}

function faultIn(id: string, text: string, schema: GraphQLSchema): string | null {
  if (documentIdOf(text) !== `sha256:${id.replace(/^sha256:/, '')}`) {
    return 'its id is not the SHA-256 of its text. Set `hashAlgorithm: "sha256"` in codegen, or `"algorithm": "SHA256"` in `persistConfig` of Relay.';
  }
  try {
    const document = parseWithinLimits(text);
    if (!getOperationAST(document)?.name) return 'it must have one operation, with a name.';
    return validate(schema, document)[0]?.message ?? null;
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
}

const nameOf = (text: string): string => getOperationAST(parseWithinLimits(text))?.name?.value ?? '';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value.filter(isObject) : []);
const isEntry = (entry: readonly [unknown, unknown]): entry is Entry => entry.every((part) => typeof part === 'string');
