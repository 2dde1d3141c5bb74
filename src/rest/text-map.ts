/** Returns a map of text to text. What is `null` is left out. GraphQL has such maps as the scalar `JSON`, which does not say so, or as objects. */
export const toTextMap = (map: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(Object(map)).flatMap(([key, value]): [string, string][] => (value === null ? [] : [[key, String(value)]])),
  );

/** The same, or `null` where there is no map. */
export const toOptionalTextMap = (map: unknown): Readonly<Record<string, string>> | null => (map === null ? null : toTextMap(map));
