import type * as v from 'valibot';
import type { Answers } from './answers.ts';
import type { TypedDocumentString } from './documents.ts';
import type { Incomplete } from './json.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

type Entries = Readonly<Record<string, v.GenericSchema>>;

/** An operation of the mirror: a document of GraphQL under a method and a path. */
export interface Route {
  /** The name of the operation, which is that of its document. */
  readonly operation: string;
  readonly method: Method;
  /** The path, with its parameters in braces. */
  readonly path: string;
  /** The parameters of the query. */
  readonly query: Entries;
  readonly body: v.GenericSchema | null;
  /** The status of success. */
  readonly status: 200 | 201;
  /** Whether the vendor has a newer operation for the same. */
  readonly deprecated: boolean;
  readonly document: { toString(): string };
  /** Returns where a field of the GraphQL input is in the body: `accountId` is `id`. Defaults to the same place. */
  inBody(place: string, body: unknown): string;
  /** Returns the parameter of the path that a field of the GraphQL input is from: `addOnId` is `addonId`. Defaults to the same name. */
  inPath(name: string): string;
  /** The parameter of the query that selects a state of what the path names. `null`: there is none. */
  readonly selection: Selection | null;
  /** Returns the variables of the document, or why the request is not served. */
  variables(request: RouteRequest): object | NotServed;
  /**
   * Returns the body of the answer. `null`: what the path names does not exist.
   * @param root the value of the document's only root field
   */
  answer(root: object, request: RouteRequest): unknown;
}

interface Selection {
  readonly parameter: string;
  /** The variables with which the document finds what the path names, whichever state of it exists. */
  readonly any: object;
}

/** What the variables of a route are made of. */
export interface RouteRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
  /** The instant of the request, RFC 3339. */
  readonly now: string;
}

/** What the API cannot do. The message says what to use instead. */
export class NotServed {
  readonly message: string;
  /** The place of what is asked for: `body.expiryDate`. */
  readonly place: string;

  constructor(place: string, message: string) {
    this.place = place;
    this.message = message;
  }
}

type ParametersOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | ParametersOf<Rest> : never;

type RootOf<Data> = NonNullable<Data[keyof Data]>;

/** An answer before it is written: an optional field may be `null`, and is left out. A field may be incomplete. */
type Draft<T> = T extends readonly (infer Item)[]
  ? readonly Draft<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: DraftField<T[K]> | Incomplete<DraftField<T[K]>> }
    : T;

type DraftField<T> = Draft<T> | (undefined extends T ? null : never);

interface TypedRequest<Path extends string, Query extends Entries, Body extends v.GenericSchema> {
  readonly path: Readonly<Record<ParametersOf<Path>, string>>;
  readonly query: v.InferOutput<v.ObjectSchema<Query, undefined>>;
  readonly body: v.InferOutput<Body>;
  readonly now: string;
}

interface TypedRoute<
  Operation extends keyof Answers,
  Path extends string,
  Query extends Entries,
  Body extends v.GenericSchema,
  Data,
  Variables,
> {
  readonly operation: Operation;
  readonly method: Method;
  readonly path: Path;
  readonly query?: Query;
  readonly body?: Body;
  readonly status?: Route['status'];
  readonly deprecated?: boolean;
  readonly document: TypedDocumentString<Data, Variables>;
  readonly inBody?: (place: string, body: v.InferOutput<Body>) => string;
  readonly inPath?: (name: string) => string;
  readonly selection?: { readonly parameter: keyof Query & string; readonly any: Partial<NoInfer<Variables>> };
  readonly variables: (request: TypedRequest<Path, Query, Body>) => NoInfer<Variables> | NotServed;
  readonly answer: (root: RootOf<Data>, request: TypedRequest<Path, Query, Body>) => Draft<Answers[Operation]> | null | undefined;
}

/** Returns a row of the route table. The types hold the row to its document and to the answer of its operation. */
export function route<
  Operation extends keyof Answers,
  Path extends string,
  Data,
  Variables extends object,
  Query extends Entries = Record<never, never>,
  Body extends v.GenericSchema = never,
>({
  query,
  body,
  status = 200,
  deprecated = false,
  inBody = (place) => place,
  inPath = (name) => name,
  selection,
  ...row
}: TypedRoute<Operation, Path, Query, Body, Data, Variables>): Route {
  return { ...row, query: query ?? {}, body: body ?? null, status, deprecated, inBody, inPath, selection: selection ?? null };
}

/** The answer of an operation that tells only of its success. */
export const succeeded = (): { readonly success: true } => ({ success: true });

/** Returns an `inBody` for fields that have other names in the body: the field itself, and what is beneath it. */
export const renamed =
  (names: Readonly<Record<string, string>>) =>
  (place: string): string => {
    const found = Object.keys(names).find((name) => place === name || place.startsWith(`${name}.`));
    return found === undefined ? place : `${names[found]}${place.slice(found.length)}`;
  };
