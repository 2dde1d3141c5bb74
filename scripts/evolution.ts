import { buildSchema, findBreakingChanges, type GraphQLSchema } from 'graphql';

/** The heading of what callers will find changed at the next release. */
export const UNRELEASED = '## Unreleased';

/**
 * Returns what would break callers of the released schema and is not declared in the changelog, in the words of graphql-js, such as
 * `Account.name was removed.` A change is declared by a line `- Breaking: Account.name was removed. …` under "Unreleased".
 */
export function undeclaredBreakingChanges(released: string, current: GraphQLSchema, changelog: string): readonly string[] {
  const declared = unreleasedIn(changelog);
  return findBreakingChanges(buildSchema(released, { assumeValidSDL: true }), current)
    .map(({ description }) => description)
    .filter((description) => !declared.includes(`- Breaking: ${description}`));
}

/**
 * Returns the changelog with what is unreleased under the heading of a day. Returns null when nothing is unreleased.
 * @param day `YYYY-MM-DD`
 */
export function releasedChangelog(changelog: string, day: string): string | null {
  const entries = unreleasedIn(changelog).trim();
  if (entries === '') return null;
  return changelog.replace(unreleasedIn(changelog), `\n\n## ${day}\n\n${entries}\n\n`).trimEnd().concat('\n');
}

/** The text between the heading "Unreleased" and the next heading. */
function unreleasedIn(changelog: string): string {
  const [, after = ''] = changelog.split(UNRELEASED);
  const [entries = ''] = after.split(/^## /m);
  return entries;
}
