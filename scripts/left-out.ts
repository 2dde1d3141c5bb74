import { readFile } from 'node:fs/promises';
import { parse, visit } from 'graphql';
import type { Plugin } from 'rolldown';
import { type ESTree, parseSync, Visitor } from 'rolldown/utils';
import { type Cut, cutWithComma, withCuts } from './cuts.ts';
import { PRINTED } from './schema-files.ts';

/**
 * Leaves out the descriptions of the modules that have them: each `description` that is made of constants alone, and each other text that is a whole
 * description of the printed schema. One that is computed stays.
 */
export const withoutDescriptions = async (): Promise<Plugin> => {
  const described = descriptionsIn(await readFile(PRINTED, 'utf8'));
  return {
    name: 'without-descriptions',
    transform: {
      filter: { id: DESCRIBED },
      handler(code) {
        const cuts: Cut[] = [];
        const { program } = parseSync('module.ts', code);
        const constants = constantsOf(program);
        const empty = (node: ESTree.Node) => void (described.has(textOf(node) ?? '') && cuts.push({ ...spanOf(node), instead: "''" }));
        const visitor = new Visitor({
          Property(node) {
            const { key, value, computed } = node;
            if (computed || key.type !== 'Identifier' || !DESCRIBING.has(key.name) || !isConstant(value, constants)) return;
            cuts.push(cutWithComma(code, node));
          },
          Literal: empty,
          TemplateLiteral: empty,
        });
        visitor.visit(program);
        return { code: withCuts(code, cuts), map: null };
      },
    },
  };
};

/** The properties whose texts are descriptions, whole or in part. */
const DESCRIBING: ReadonlySet<string> = new Set(['description', 'does']);

/** Modules of the schema, and those of the domain that give each kind of something a meaning which the schema alone shows. */
const DESCRIBED = [
  /\/src\/graphql\/.*\.ts$/,
  /\/src\/domain\/(availability|purchase\/price-line|rating\/(assumptions-made|line|line-differences))\.ts$/,
  /\/node_modules\/graphql\/type\/(directives|introspection|scalars)\.mjs$/,
];

/** The names of texts that a module declares for all of it. */
function constantsOf({ body }: ESTree.Program): ReadonlySet<string> {
  const declarations = body.flatMap((node) => (node.type === 'VariableDeclaration' ? node.declarations : []));
  return new Set(declarations.flatMap(({ id, init }) => (id.type === 'Identifier' && init && isConstant(init) ? id.name : [])));
}

const spanOf = ({ start, end }: ESTree.Node) => ({ start, end });

/** Whether an expression is a text, also one that is put together, or names one: of its module, or in capitals, which the house keeps for constants. */
function isConstant(node: ESTree.Node, constants: ReadonlySet<string> = new Set()): boolean {
  if (node.type === 'Identifier') return constants.has(node.name) || /^[A-Z][A-Z_]*$/.test(node.name);
  if (node.type === 'MemberExpression') return !node.computed && isConstant(node.object);
  if (node.type === 'BinaryExpression') return isConstant(node.left, constants) && isConstant(node.right, constants);
  return node.type === 'TemplateLiteral' || textOf(node) !== null;
}

/** The text of a literal without expressions. */
function textOf(node: ESTree.Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  return node.type === 'TemplateLiteral' && node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? null) : null;
}

/** The descriptions of a printed schema of several words, with and without the sentence about scopes that ends them. */
function descriptionsIn(printed: string): ReadonlySet<string> {
  const texts = new Set<string>();
  visit(parse(printed, { noLocation: true }), {
    enter(node) {
      const text = 'description' in node ? (node.description?.value ?? '') : '';
      if (text.split(' ').length >= FEWEST_WORDS) texts.add(text).add(text.replace(/ Requires `.*$/s, ''));
    },
  });
  return texts;
}

/** A shorter text may be a value too. */
const FEWEST_WORDS = 4;

/** Leaves out what only a migration needs of the tables: their indexes, foreign keys and checks. */
export const withoutIndexes = (): Plugin => ({
  name: 'without-indexes',
  transform: {
    filter: { id: /\/src\/store\/tables\/.*\.ts$/ },
    handler(code) {
      const cuts: Cut[] = [];
      const visitor = new Visitor({
        ArrayExpression({ elements }) {
          const present = elements.filter((element) => element !== null);
          const unneeded = present.filter((element) => ['check', 'foreignKey', 'index'].includes(calledIn(element)));
          cuts.push(...unneeded.map((element) => cutWithComma(code, element)));
        },
      });
      visitor.visit(parseSync('module.ts', code).program);
      return { code: withCuts(code, cuts), map: null };
    },
  },
});

/** The name of the function whose result an expression goes on with: `index` in `index('name').on(column)`. */
function calledIn(node: ESTree.Node): string {
  if (node.type === 'CallExpression') return calledIn(node.callee);
  if (node.type === 'MemberExpression') return calledIn(node.object);
  return node.type === 'Identifier' ? node.name : '';
}
