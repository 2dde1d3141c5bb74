import { getMappedArgumentValues } from '@pothos/core';
import {
  type ASTNode,
  BREAK,
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  ProvidedRequiredArgumentsRule,
  specifiedRules,
  TypeInfo,
  type ValidationContext,
  type ValidationRule,
  ValuesOfCorrectTypeRule,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../operations/context.ts';

const CODE = 'BAD_USER_INPUT';

/**
 * Gives a wrong value of an argument one code, whether it is written out, which validation finds, or in a variable, which is found later;
 * and says where it is and in which argument. The engine leaves out the place of an error that a scalar throws itself.
 */
export function inputErrors(): Plugin<Context> {
  return {
    onValidate: ({ setValidationFn }) => {
      setValidationFn((schema: GraphQLSchema, document: DocumentNode, rules: readonly ValidationRule[] = specifiedRules) =>
        validate(schema, document, rules.map(withInputErrors)),
      );
    },
  };
}

/** The rules that look at values rather than at the shape of a document. */
const VALUE_RULES: ReadonlySet<ValidationRule> = new Set([ValuesOfCorrectTypeRule, ProvidedRequiredArgumentsRule]);

function withInputErrors(rule: ValidationRule): ValidationRule {
  if (!VALUE_RULES.has(rule)) return rule;
  return (context) => {
    let current: ASTNode | undefined;
    const reportError = (error: GraphQLError) => {
      const argument = context.getArgument()?.name;
      context.reportError(inputError(error, current, argument === undefined ? {} : { argument }));
    };
    const reporting: ValidationContext = Object.create(context, { reportError: { value: reportError } });
    return Object.fromEntries(
      Object.entries(rule(reporting)).map(([kind, visitor]) => {
        if (typeof visitor !== 'function') return [kind, visitor];
        const visited: typeof visitor = (node: ASTNode, ...rest: [never, never, never, never]) => {
          current = node;
          return visitor(node as never, ...rest);
        };
        return [kind, visited];
      }),
    );
  };
}

/** What a document was priced with. */
export interface Pricing {
  readonly schema: GraphQLSchema;
  readonly ctx: Context;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An error that pricing a document came across, with its place: the variable, or the argument of the field that it is about. */
export function locatedError(error: GraphQLError, document: DocumentNode, request: Pricing): GraphQLError {
  const [node] = error.nodes ?? [];
  if (node?.kind === Kind.VARIABLE_DEFINITION) return inputError(error, node, { variable: node.variable.name.value });
  const argument = faultyField(error, document, request)?.arguments?.find(
    ({ name, value }) => value === node || name.value === error.extensions.argument,
  );
  return argument ? inputError(error, argument.value, { argument: argument.name.value }) : inputError(error, undefined, {});
}

const inputError = (error: GraphQLError, node: ASTNode | undefined, facts: object): GraphQLError =>
  new GraphQLError(error.message, { nodes: error.nodes ?? node ?? null, extensions: { code: CODE, ...error.extensions, ...facts } });

/** The first field that is refused with this message. Pricing says which argument it was, and not of which field. */
function faultyField(error: GraphQLError, document: DocumentNode, { schema, ctx, variables }: Pricing): FieldNode | null {
  const types = new TypeInfo(schema);
  const { coerced = {} } = getVariableValues(schema, getOperationAST(document)?.variableDefinitions ?? [], variables);
  const info = { schema, fragments: {}, variableValues: coerced };
  let found: FieldNode | null = null;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const field = types.getFieldDef();
        if (!field || refusalOf(field, node, ctx, info)?.message !== error.message) return undefined;
        found = node;
        return BREAK;
      },
    }),
  );
  return found;
}

/** Prices one field as plugin-complexity does. */
function refusalOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  ctx: Context,
  info: Parameters<typeof getMappedArgumentValues>[3],
): GraphQLError | null {
  const { complexity } = field.extensions;
  try {
    const args = getMappedArgumentValues(field, node, ctx, info);
    if (typeof complexity === 'function') complexity(args, ctx, field);
    return null;
  } catch (error) {
    return error instanceof GraphQLError ? error : null;
  }
}
