import { type GraphQLSchema, introspectionFromSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { printedDescriptions } from '../../scripts/worker-bundle.ts';
import { describeScopes } from '../../src/graphql/admission/scope-descriptions.ts';
import { builder } from '../../src/graphql/builder.ts';
import '../../src/graphql/schema.ts';
import { completeDescriptions } from '../../src/substitutes/descriptions.ts';

const printed = await printedDescriptions();
const fresh = (): GraphQLSchema => builder.toSchema({ sortSchema: false });

/** The schema as the bundle has it, with the types that every schema has and that all schemas of a process share. */
function withoutDescriptions(): GraphQLSchema {
  const schema = fresh();
  const blank = (element: { description?: string | null | undefined }): void => {
    element.description = '';
  };
  for (const type of Object.values(schema.getTypeMap())) {
    blank(type);
    if (isEnumType(type)) type.getValues().forEach(blank);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      blank(field);
      if ('args' in field) field.args.forEach(blank);
    }
  }
  for (const directive of schema.getDirectives()) [directive, ...directive.args].forEach(blank);
  return schema;
}

describe('the deployed Worker, whose bundle has no descriptions', () => {
  it('answers each of them from a file beside it', async () => {
    const complete = introspectionFromSchema(describeScopes(fresh()));
    const schema = withoutDescriptions();
    expect(JSON.stringify(introspectionFromSchema(schema))).not.toMatch(/"description":"[^"]/);
    await completeDescriptions(schema, { pages: async () => new Response(printed) });
    expect(introspectionFromSchema(schema)).toEqual(complete);
  });

  it('reads the file once', async () => {
    const schema = fresh();
    const asked: string[] = [];
    const pages = async ({ url }: Request) => {
      asked.push(new URL(url).pathname);
      return new Response(printed);
    };
    await completeDescriptions(schema, { pages });
    await completeDescriptions(schema, { pages });
    expect(asked).toEqual(['/descriptions.json']);
  });

  it.each([
    ['no pages', null],
    ['pages without the file', async () => new Response(null, { status: 404 })],
  ])('fails an introspection rather than leave descriptions out, with %s', async (_title, pages) => {
    const schema = fresh();
    await expect(completeDescriptions(schema, { pages })).rejects.toThrow('the pages of the deployment have no descriptions.json');
    await completeDescriptions(schema, { pages: async () => new Response(printed) });
  });
});
