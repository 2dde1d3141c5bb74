import {
  type ASTNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  ProvidedRequiredArgumentsRule,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
  ValuesOfCorrectTypeRule,
  validate,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../operations/context.ts';

const CODE = 'BAD_USER_INPUT';

/**
 * Gives the error of a wrong argument one code, its place and the name of the argument. Validation finds a value that is written out, pricing
 * one in a variable. graphql-js omits the place of an error that a scalar throws.
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

/** The rules about values rather than the shape of a document. */
const VALUE_RULES: ReadonlySet<ValidationRule> = new Set([ValuesOfCorrectTypeRule, ProvidedRequiredArgumentsRule]);

function withInputErrors(rule: ValidationRule): ValidationRule {
  if (!VALUE_RULES.has(rule)) return rule;
  return (context) => {
    let current: ASTNode | undefined;
    const reportError = (error: GraphQLError) => {
      const argument = context.getArgument()?.name ?? missingArgument(error);
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

/** Returns the argument that a field or directive lacks. graphql-js names it in the message alone. */
const missingArgument = ({ message }: GraphQLError): string | undefined => /argument "(\w+)"/.exec(message)?.[1];

/** An error with the code of wrong input, the place where it is, and facts such as the argument. */
export const inputError = (error: GraphQLError, node: ASTNode | undefined, facts: object): GraphQLError =>
  new GraphQLError(error.message, { nodes: error.nodes ?? node ?? null, extensions: { code: CODE, ...error.extensions, ...facts } });
