import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import { GraphQLError } from 'graphql';
import { LIMITS } from '../limits.ts';

/** Refuses a `where`, whichever list takes it, with too many conditions, too many levels of them or too many values, before anything is read. */
class Conditions<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    if (!('where' in field.args)) return field;
    const checked = (args: { readonly where?: Where | null }) => {
      if (args.where) requireFew(args.where);
      return args;
    };
    return { ...field, argMappers: [...field.argMappers, checked] };
  }
}

interface Where {
  readonly and?: readonly Where[] | null;
  readonly or?: readonly Where[] | null;
  readonly [condition: string]: unknown;
}

function requireFew(where: Where): void {
  let conditions = 0;
  for (let [level, wheres] = [0, [where]]; wheres.length > 0; [level, wheres] = [level + 1, wheres.flatMap(joinedTo)]) {
    if (level > LIMITS.conditionLevels) {
      throw tooMuch(`joins conditions by \`and\` and \`or\` more than ${LIMITS.conditionLevels} levels deep; no more are allowed`);
    }
    for (const each of wheres) {
      const own = Object.entries(each).filter(([name, condition]) => name !== 'and' && name !== 'or' && condition != null);
      // One that says nothing counts as well, unless it is there to join others.
      conditions += own.length || (joinedTo(each).length > 0 ? 0 : 1);
      for (const [name, condition] of own) requireFewValues(name, condition);
    }
    if (conditions > LIMITS.conditions) throw tooMuch(`has more than ${LIMITS.conditions} conditions; no more are allowed`);
  }
}

const joinedTo = ({ and, or }: Where): readonly Where[] => [...(and ?? []), ...(or ?? [])];

function requireFewValues(name: string, condition: unknown): void {
  const values = typeof condition === 'object' && condition !== null && 'in' in condition ? condition.in : null;
  if (!Array.isArray(values) || values.length <= LIMITS.conditionValues) return;
  throw tooMuch(`lists ${values.length} values for \`${name}\`; at most ${LIMITS.conditionValues} are allowed`);
}

const tooMuch = (what: string): GraphQLError =>
  new GraphQLError(`\`where\` ${what}. Split the request.`, { extensions: { code: 'BAD_USER_INPUT', argument: 'where' } });

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      conditions: Conditions<Types>;
    }
  }
}

SchemaBuilder.registerPlugin('conditions', Conditions);

export default 'conditions' as const;
