import type { Plugin } from 'rolldown';
import { parseSync, Visitor } from 'rolldown/utils';
import { type Cut, cutWithComma, withCuts } from './cuts.ts';
import { Failure } from './main.ts';

/**
 * Rewrites modules of CommonJS as ES modules. A module that others require is kept whole, with all that it imports, and needs functions of the
 * bundler to be one.
 */
export const withoutCommonJs = (): Plugin => ({
  name: 'without-commonjs',
  transform: {
    filter: { id: COMMON_JS },
    handler(code, id) {
      const module = code
        .replace('"use strict";', '')
        .replace(/^Object\.defineProperty\(exports, "__esModule".*$/m, '')
        .replace(/^exports\..* = void 0;$/gm, '')
        .replace(/^const (\w+) = require\((.+)\);$/gm, 'import * as $1 from $2;')
        .replace(/^exports\.(\w+) = \1;$/gm, 'export { $1 };')
        .replace(/^module\.exports\.(\w+) = /gm, 'export const $1 = ');
      if (/\b(exports\.|require\()/.test(module)) throw new Failure(`${id} has other forms of CommonJS than are known.`);
      return { code: module, map: null };
    },
  },
});

const COMMON_JS = /\/node_modules\/(standardwebhooks\/dist\/\w+|@whatwg-node\/fetch\/dist\/global-ponyfill)\.js$/;

/**
 * Imports from one module the function that TypeScript's helpers repeat in each module of Pothos.
 * @param substitute path of that module
 */
export const withOneHelper = (substitute: string): Plugin => ({
  name: 'one-helper',
  transform: {
    filter: { id: /\/node_modules\/@pothos\/.*\.js$/, code: HELPER },
    handler: (code) => ({
      code: code.replace(HELPER, `import { defineProperty as _define_property } from ${JSON.stringify(substitute)};`),
      map: null,
    }),
  },
});

const HELPER = /^function _define_property\(.*?^}$/ms;

/**
 * Leaves out of graphql-js what reads and prints definitions of types: a request has none ("Executable Definitions" of the GraphQL
 * specification), and one that has is refused as a syntax error.
 */
export const withoutSchemaLanguage = (): Plugin => ({
  name: 'without-schema-language',
  transform: {
    filter: { id: /\/node_modules\/graphql\/language\/(ast|parser|printer)\.mjs$/ },
    handler(code, id) {
      const cuts: Cut[] = [];
      const visitor = new Visitor({
        SwitchCase: ({ test, start, end }) =>
          void (test?.type === 'Literal' && KEYWORDS.has(String(test.value)) && cuts.push({ start, end, instead: '' })),
        Property(node) {
          if (node.key.type === 'Identifier' && OF_TYPES.test(node.key.name)) cuts.push(cutWithComma(code, node));
        },
      });
      visitor.visit(parseSync('module.js', code).program);
      if (cuts.length === 0) throw new Failure(`${id} knows no definitions of types.`);
      return { code: withCuts(code, cuts), map: null };
    },
  },
});

/** What a definition of types begins with. */
const KEYWORDS: ReadonlySet<string> = new Set(['schema', 'scalar', 'type', 'interface', 'union', 'enum', 'input', 'directive', 'extend']);

/** The kinds of nodes that only a definition of types has, and coordinates of a schema. */
const OF_TYPES = /^(?!(Operation|Variable|Fragment)Definition).*(Definition|Extension|Coordinate)$/;
