/** A reason why the API refused a change. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** The place of the value, from the name of its variable on. */
  readonly path: readonly string[];
}

/** An error of a request that failed as a whole. */
export interface ApiError {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}

export const codeOf = (error: ApiError | undefined): string => error?.extensions?.code ?? '';

/** Returns what an error says of a value, if it does. */
export function refusalOf(error: ApiError): readonly Refusal[] {
  const [, place, reason] = INVALID_VALUE.exec(error.message) ?? [];
  return place && reason ? [{ code: codeOf(error), message: reason, path: place.split(/[.[\]]+/).filter(Boolean) }] : [];
}

/** How the API words that it cannot read a value: `Variable "$input" got invalid value … at "input.edits[0].effectiveUntil"; `, and why. */
const INVALID_VALUE = /^Variable "\$\w+" got invalid value .* at "([^"]+)"; (.*)$/s;
