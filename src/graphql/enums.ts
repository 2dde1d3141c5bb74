/** Returns the values of an enum from a table of their descriptions. It keeps the type of each value. */
export function describedEnum<const T extends Readonly<Record<string, string>>>(descriptions: T) {
  return Object.fromEntries(Object.entries(descriptions).map(([value, description]) => [value, { value, description }])) as {
    [K in keyof T & string]: { value: K; description: string };
  };
}
