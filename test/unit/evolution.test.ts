import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { breakingSchemaChanges, releasedChangelog, undeclared } from '../../scripts/evolution.ts';

const RELEASED = `
  type Query { account(id: ID!, day: String): Account }
  type Account { name: String!, status: Status! }
  enum Status { ACTIVE, ARCHIVED }
  input Where { name: String }
`;
const CHANGELOG =
  '# Changelog\n\n## Unreleased\n\n- Breaking: Account.name was removed. Read `Account.title`.\n\n## 2026-12-01\n\n- Breaking: Account.status was removed.\n';

const changed = (from: string, to: string): readonly string[] => breakingSchemaChanges(RELEASED, buildSchema(RELEASED.replace(from, to)));

describe('the check of the schema against the released one', () => {
  it.each([
    ['a removed field', 'name: String!,', '', 'Account.name was removed.'],
    ['a field that became nullable', 'name: String!', 'name: String', 'Account.name changed type from String! to String.'],
    ['a removed argument', ', day: String', '', 'Query.account arg day was removed.'],
    ['a required argument that is new', 'day: String', 'day: String, mode: String!', 'A required arg mode on Query.account was added.'],
    ['a removed enum value', ', ARCHIVED', '', 'ARCHIVED was removed from enum type Status.'],
    [
      'a required input field that is new',
      'Where { name: String',
      'Where { name: String, code: String!',
      'A required field code on input type Where was added.',
    ],
  ])('rejects %s, and names it', (_title, from, to, description) => {
    expect(changed(from, to)).toEqual([description]);
  });

  it.each([
    ['a field', 'name: String!,', 'name: String!, title: String,'],
    ['an optional argument', 'day: String', 'day: String, mode: String'],
    ['an enum value', 'ARCHIVED', 'ARCHIVED, DRAFT'],
  ])('accepts %s that is new', (_title, from, to) => {
    expect(changed(from, to)).toEqual([]);
  });

  it('accepts a breaking change that is declared under "Unreleased"', () => {
    const current = buildSchema(RELEASED.replace('name: String!,', ''));
    expect(undeclared(breakingSchemaChanges(RELEASED, current), CHANGELOG)).toEqual([]);
  });

  it('does not take the declaration of an earlier release for one of this', () => {
    const current = buildSchema(RELEASED.replace(', status: Status!', ''));
    expect(undeclared(breakingSchemaChanges(RELEASED, current), CHANGELOG)).toEqual(['Account.status was removed.']);
  });
});

describe('a release', () => {
  it('puts what is unreleased under its day, above the releases before it', () => {
    expect(releasedChangelog(CHANGELOG, '2027-01-30')).toBe(
      '# Changelog\n\n## Unreleased\n\n## 2027-01-30\n\n- Breaking: Account.name was removed. Read `Account.title`.\n\n## 2026-12-01\n\n- Breaking: Account.status was removed.\n',
    );
  });

  it('is refused when nothing is unreleased', () => {
    expect(releasedChangelog('# Changelog\n\n## Unreleased\n\n## 2026-12-01\n\n- More fields.\n', '2027-01-30')).toBeNull();
  });
});
