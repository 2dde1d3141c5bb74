import {
  buildClientSchema,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  type IntrospectionQuery,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredInputField,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, Organization } from '../support/organization.ts';
import { isAnything, selectionOf, waysTo } from '../support/schema-walk.ts';
import { leastOf } from '../support/trespass.ts';

/** A field that takes a `where`, and how to ask it. */
interface List {
  readonly name: string;
  readonly where: GraphQLInputObjectType;
  readonly documentWith: (where: string) => string;
}

/** What is wrong with a `where`: its text, and which part of it has no value. */
interface Fault {
  readonly where: string;
  readonly path: string;
  /** The type of `$value`, which is declared and left out. */
  readonly omitted?: string;
}

let org: Organization;
let lists: readonly List[];
beforeAll(async () => {
  org = await Organization.begin();
  await org.customer('acme');
  const schema = buildClientSchema((await org.ask<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true }))).data);
  lists = listsOf(schema);
});

const ask = ({ documentWith }: List, { where, omitted }: Omit<Fault, 'path'>): Promise<Answer<unknown>> =>
  org.ask(`query ${omitted ? `($value: ${omitted})` : ''} ${documentWith(where)}`);

const expectRefusal = async (list: List, fault: Fault): Promise<void> => {
  const { errors, extensions } = await ask(list, fault);
  const message = expect.stringContaining(`\`${fault.path}\` has no value`);
  expect(errors, `${list.name} ${fault.where}`).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT', argument: 'where' } }]);
  expect(extensions?.cost?.d1Calls ?? 0).toBe(0);
};

describe('A condition without a value', () => {
  it('is an error that names it, in every filter and each of its forms, before anything is read', async () => {
    const byType = new Map(lists.map((list) => [list.where.name, list]));
    expect([...byType.keys()]).toContain('AccountsWhere');
    for (const list of byType.values()) for (const fault of faultsOf(list.where)) await expectRefusal(list, fault);
  });

  it('is an error in every list that takes a filter, however deep it is nested', async () => {
    for (const list of lists) {
      const [fault] = faultsOf(list.where);
      if (fault) await expectRefusal(list, fault);
    }
  });

  it('is an error among others and where conditions are joined', async () => {
    const [list] = lists.filter(({ name }) => name === 'Query.accounts');
    if (!list) throw new Error('no list of accounts');
    const among: readonly Fault[] = [
      { where: '{ and: [{ tags: { has: "eu" } }, { status: {} }] }', path: 'where.and.1.status' },
      { where: '{ or: [{ and: [{ status: { in: null } }] }] }', path: 'where.or.0.and.0.status.in' },
      { where: '{ status: { eq: null, in: [ACTIVE] } }', path: 'where.status.eq' },
      { where: '{ status: { eq: $value, in: [ACTIVE] } }', path: 'where.status.eq', omitted: 'AccountStatus' },
      { where: '{ createdAt: { gte: "2026-01-01T00:00:00Z", lt: $value } }', path: 'where.createdAt.lt', omitted: 'DateTime' },
      { where: '{ and: null }', path: 'where.and' },
      { where: '{ or: $value }', path: 'where.or', omitted: '[AccountsWhere!]' },
    ];
    for (const fault of among) await expectRefusal(list, fault);
  });
});

it.each(['', ' ', '\t\u00a0'])('A blank key of metadata is an error that names it: "%s"', async (key) => {
  const [list] = lists.filter(({ name }) => name === 'Query.accounts');
  if (!list) throw new Error('no list of accounts');
  const { errors, extensions } = await ask(list, { where: `{ or: [{ metadata: { key: ${JSON.stringify(key)} } }] }` });
  expect(errors).toMatchObject([
    { message: '`where.or.0.metadata.key` is blank. Give the key to look for.', extensions: { code: 'BAD_USER_INPUT', argument: 'where' } },
  ]);
  expect(extensions?.cost?.d1Calls ?? 0).toBe(0);
});

describe('A condition that nothing can meet', () => {
  const expectContradiction = async (list: List, where: string, message: string): Promise<void> => {
    const { errors, extensions } = await ask(list, { where });
    expect(errors, `${list.name} ${where}`).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT', argument: 'where' } }]);
    expect(extensions?.cost?.d1Calls ?? 0).toBe(0);
  };

  it('is an error that names it where a span ends before it begins, in every filter that has one', async () => {
    let spans = 0;
    for (const list of new Map(lists.map((each) => [each.where.name, each])).values()) {
      for (const { name, type } of Object.values(list.where.getFields())) {
        const value = { DateTimeRange: '"2026-01-01T00:00:00Z"', DateRange: '"2026-01-01"' }[getNamedType(type).name];
        if (value === undefined) continue;
        spans++;
        const where = `{ or: [{ ${name}: { gte: ${value}, lt: ${value} } }] }`;
        // Some conditions are refused in another order, which comes first.
        if (!['timelineEndDate', 'updatedAt'].includes(name) || list.where.name === 'DraftsWhere')
          await expectContradiction(list, where, `\`where.or.0.${name}\` matches nothing: \`gte\` must be before \`lt\`.`);
      }
    }
    expect(spans).toBeGreaterThan(8);
  });

  it('is an error at its own argument where the days of a timeline end before they begin, before anything is read', async () => {
    const span = (days: string) =>
      `{ account(by: { accountId: "acme" }) { fine: schedules { totalCount } schedules${days} { totalCount } } }`;
    const backwards = span('(from: "2027-01-02", until: "2027-01-01")');
    const { data, errors, extensions } = await org.ask(backwards);
    expect({ data, errors, reads: extensions?.cost?.d1Calls ?? 0 }).toMatchObject({
      data: undefined,
      errors: [
        {
          message: 'The days begin on 2027-01-02, which is after their end, 2027-01-01.',
          locations: [{ line: 1, column: backwards.lastIndexOf('"2027-01-01"') + 1 }],
          extensions: { code: 'BAD_USER_INPUT', argument: 'until' },
        },
      ],
      reads: 0,
    });
    expect((await org.ask(span('(from: "2027-01-01", until: "2027-01-01")'))).errors).toBeUndefined();
  });

  it.each([
    ['startsAfter: "2027-01-01", endsBefore: "2026-12-31"', '`startsAfter` must be before `endsBefore`'],
    ['startsAfter: "2027-01-01", inForceOn: "2027-01-01"', '`startsAfter` must be before `inForceOn`'],
    ['inForceOn: "2027-01-01", endsBefore: "2027-01-01"', '`inForceOn` must be before `endsBefore`'],
  ])('is an error that names the days of a schedule: %s', async (days, why) => {
    for (const list of lists.filter(({ where }) => where.name === 'SchedulesWhere')) {
      await expectContradiction(list, `{ and: [{ ${days} }] }`, `\`where.and.0\` matches nothing: ${why}.`);
    }
  });
});

it('A variable that has a default may be left out of a condition', async () => {
  const query = 'query ($status: AccountStatus = DRAFT) { accounts(where: { status: { eq: $status } }) { nodes { accountId } } }';
  expect(await org.ask(query)).toMatchObject({ data: { accounts: { nodes: [] } } });
  expect(await org.ask(query, { status: 'ACTIVE' })).toMatchObject({ data: { accounts: { nodes: [{ accountId: 'acme' }] } } });
});

describe('A `where` without conditions', () => {
  it.each(['{}', 'null', '$value'])('adds nothing to any list: %s', async (where) => {
    for (const list of lists) {
      const omitted = where === '$value' ? list.where.name : undefined;
      const { errors, data } = await ask(list, { where, ...(omitted && { omitted }) });
      expect(errors, list.name).toBeUndefined();
      expect(data, list.name).toEqual((await org.ask(list.documentWith('{}'))).data);
    }
  });
});

/** Every field that takes a `where`. */
function listsOf(schema: GraphQLSchema): readonly List[] {
  const ways = waysTo(schema, isAnything, (name, type) => leastOf(name, type) ?? name);
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => {
      const way = ways.get(type.name);
      return Object.values(type.getFields()).flatMap((field): List[] => {
        const where = getNamedType(field.args.find(({ name }) => name === 'where')?.type);
        if (!isInputObjectType(where)) return [];
        if (!way) throw new Error(`no way to ${type.name}`);
        const documentWith = (text: string) => way(`${field.name}(first: 5, where: ${text}) ${selectionOf(schema, field.type, 0)}`);
        return [{ name: `${type.name}.${field.name}`, where, documentWith }];
      });
    });
}

/** Every form of a condition without a value: none, one without operators, and each operator without a value. */
function faultsOf(where: GraphQLInputObjectType): readonly Fault[] {
  return Object.values(where.getFields()).flatMap(({ name, type: condition }): Fault[] => {
    const path = `where.${name}`;
    const omitted = String(condition);
    const own = [
      { where: `{ ${name}: null }`, path },
      { where: `{ ${name}: $value }`, path, omitted },
    ];
    const type = getNamedType(condition);
    if (isListType(condition) || !isInputObjectType(type)) return own;
    // What an operator must have beside it. GraphQL itself refuses a required one that has no value.
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    const beside = required.map((operator) => `${operator.name}: "x", `).join('');
    const optional = Object.values(type.getFields()).filter((operator) => !isRequiredInputField(operator));
    const operators = optional.flatMap((operator) => [
      { where: `{ ${name}: { ${beside}${operator.name}: null } }`, path: `${path}.${operator.name}` },
      { where: `{ ${name}: { ${beside}${operator.name}: $value } }`, path: `${path}.${operator.name}`, omitted: String(operator.type) },
    ]);
    if (required.length > 0) return [...own, ...operators];
    return [...own, { where: `{ ${name}: {} }`, path }, ...operators];
  });
}
