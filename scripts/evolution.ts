import { buildSchema, findBreakingChanges, type GraphQLSchema } from 'graphql';

/** The heading of the changes in the next release. */
export const UNRELEASED = '## Unreleased';

/** Returns the breaking changes since the released schema, as graphql-js describes them, such as `Account.name was removed.` */
export const breakingSchemaChanges = (released: string, current: GraphQLSchema): readonly string[] =>
  findBreakingChanges(buildSchema(released, { assumeValidSDL: true }), current).map(({ description }) => description);

/** Returns those of the changes that the changelog does not declare: by a line `- Breaking: <change> …` under "Unreleased". */
export function undeclared(changes: readonly string[], changelog: string): readonly string[] {
  const declared = unreleasedIn(changelog);
  return changes.filter((change) => !declared.includes(`- Breaking: ${change}`));
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
