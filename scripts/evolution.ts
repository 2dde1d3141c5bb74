import { buildSchema, findBreakingChanges, type GraphQLSchema } from 'graphql';

/** The heading of the changes in the next release. */
export const UNRELEASED = '## Unreleased';

/**
 * Returns the breaking changes since the released schema that the changelog does not declare, as graphql-js describes them, such as
 * `Account.name was removed.` A line `- Breaking: Account.name was removed. …` under "Unreleased" declares one.
 */
export function undeclaredBreakingChanges(released: string, current: GraphQLSchema, changelog: string): readonly string[] {
  const declared = unreleasedIn(changelog);
  return findBreakingChanges(buildSchema(released, { assumeValidSDL: true }), current)
    .map(({ description }) => description)
    .filter((description) => !declared.includes(`- Breaking: ${description}`));
}

/**
 * Returns the changelog with the unreleased changes under the heading of a day. `null`: there are no unreleased changes.
 * @param day `YYYY-MM-DD`
 */
export function releasedChangelog(changelog: string, day: string): string | null {
  const entries = unreleasedIn(changelog).trim();
  if (entries === '') return null;
  return changelog.replace(unreleasedIn(changelog), `\n\n## ${day}\n\n${entries}\n\n`).trimEnd().concat('\n');
}

/** Returns the text between the heading "Unreleased" and the next heading. */
function unreleasedIn(changelog: string): string {
  const [, after = ''] = changelog.split(UNRELEASED);
  const [entries = ''] = after.split(/^## /m);
  return entries;
}
