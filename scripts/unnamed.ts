import type { Plugin } from 'rolldown';
import { type ESTree, parseSync, Visitor } from 'rolldown/utils';
import { type Cut, withCuts } from './cuts.ts';

/**
 * Leaves out the methods of classes that the bundle never names, mostly of Drizzle and Pothos: tree shaking keeps every method of a class. Nothing
 * else can call one, as no name is put together from parts; every test of the Worker runs without them.
 */
export const withoutUnnamed = (): Plugin => ({
  name: 'without-unnamed',
  renderChunk(code) {
    let kept = code;
    for (;;) {
      const cuts = unnamedIn(kept);
      if (cuts.length === 0) return { code: kept, map: null };
      // What only a method that is left out has named is found next.
      kept = withCuts(kept, cuts);
    }
  },
});

function unnamedIn(code: string): readonly Cut[] {
  const { program } = parseSync('bundle.js', code);
  const named = new Set(BY_THE_LANGUAGE);
  const methods: { readonly name: string; readonly cut: Cut }[] = [];
  const visitor = new Visitor({
    MemberExpression: ({ property, computed }) => void (!computed && 'name' in property && named.add(property.name)),
    Literal: ({ value }) => void (typeof value === 'string' && named.add(value)),
    TemplateElement: ({ value }) => void named.add(value.cooked ?? ''),
    ObjectPattern: ({ properties }) => {
      for (const property of properties)
        if (property.type === 'Property' && property.key.type === 'Identifier') named.add(property.key.name);
    },
    MethodDefinition: (node) => note(node),
    PropertyDefinition: (node) => void (/Function/.test(node.value?.type ?? '') && note(node)),
  });
  const note = ({ key, computed, start, end }: ESTree.MethodDefinition | ESTree.PropertyDefinition) => {
    if (!computed && key.type === 'Identifier') methods.push({ name: key.name, cut: { start, end, instead: '' } });
  };
  visitor.visit(program);
  return methods.flatMap(({ name, cut }) => (named.has(name) ? [] : [cut]));
}

/** Methods that the language calls by itself. */
const BY_THE_LANGUAGE = ['constructor', 'next', 'return', 'then', 'throw', 'toJSON', 'toString', 'valueOf'];
