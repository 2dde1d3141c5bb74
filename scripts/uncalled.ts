import type { Plugin } from 'rolldown';
import { type ESTree, parseSync, Visitor } from 'rolldown/utils';
import { type Cut, withCuts } from './cuts.ts';

/**
 * Functions of libraries that the Worker never calls and that no tree shaking finds, by the end of the path of their module: for other servers than
 * Workers, for options that are off, and for ways of building a schema or a statement that the project does not use.
 */
const UNCALLED: Readonly<Record<string, readonly string[]>> = {
  '@envelop/core/esm/plugins/use-masked-errors.js': ['createSerializableGraphQLError'],
  '@envelop/core/esm/utils.js': ['finalAsyncIterator', 'errorAsyncIterator'],
  '@pothos/core/esm/utils/enums.js': ['valuesFromEnum'],
  '@pothos/plugin-drizzle/esm/field-builder.js': ['drizzleFieldWithInput', 'drizzleQueryFromInfo'],
  '@pothos/plugin-relay/esm/field-builder.js': ['globalIDList', 'node', 'nodeList'],
  '@pothos/plugin-relay/esm/index.js': ['v3'],
  '@pothos/plugin-relay/esm/input-field-builder.js': ['globalIDList'],
  '@pothos/plugin-relay/esm/schema-builder.js': ['globalConnectionFields', 'node', 'nodeRef', 'relayMutationField'],
  '@pothos/plugin-relay/esm/utils/add-node-props.js': ['addNodeProperties'],
  '@pothos/plugin-relay/esm/utils/resolve-nodes.js': ['resolveNodes', 'resolveUncachedNodesForType'],
  '@whatwg-node/promise-helpers/esm/index.js': ['mapAsyncIterator'],
  '@whatwg-node/server/esm/createServerAdapter.js': [
    'ensureDisposableStack',
    'fetchFn',
    'genericRequestHandler',
    'handleEvent',
    'handleNodeRequest',
    'handleNodeRequestAndResponse',
    'handleUWS',
    'requestListener',
  ],
  '@whatwg-node/server/esm/plugins/useCors.js': ['useCORS'],
  '@whatwg-node/server/esm/utils.js': [
    'createCustomAbortControllerSignal',
    'ensureDisposableStackRegisteredForTerminateEvents',
    'handleAbortSignalAndPromiseResponse',
    'isRequestInit',
    'normalizeNodeRequest',
    'sendNodeResponse',
  ],
  '@whatwg-node/server/esm/uwebsockets.js': ['getRequestFromUWSRequest', 'sendResponseToUwsOpts'],
  'base-x/src/esm/index.js': ['decode', 'decodeUnsafe'],
  'big.js/big.mjs': ['mod', 'pow', 'prec', 'sqrt', 'toExponential', 'toNumber', 'toPrecision'],
  'drizzle-orm/cache/core/cache.js': ['strategyFor', 'hashQuery'],
  'drizzle-orm/d1/session.js': ['transaction'],
  'drizzle-orm/relations.js': ['makeDefaultRqbMapper', 'makeJitRqbMapper', 'mapRelationalRow', 'mapRelationalRowFromArrays'],
  'drizzle-orm/selection-proxy.js': ['get'],
  'drizzle-orm/sql/expressions/conditions.js': ['arrayContained', 'arrayContains', 'arrayOverlaps'],
  'drizzle-orm/sql/sql.js': ['mapInlineParam', 'encodeInput', 'merge'],
  'drizzle-orm/sqlite-core/async/db.js': ['$count', '$with', 'get', 'values', 'with'],
  'drizzle-orm/sqlite-core/async/session.js': ['queryWithCache'],
  'drizzle-orm/sqlite-core/columns/all.js': ['getSQLiteColumnBuilders'],
  'drizzle-orm/sqlite-core/dialect.js': ['buildSetOperations'],
  'drizzle-orm/sqlite-core/query-builders/delete.js': ['orderBy'],
  'drizzle-orm/sqlite-core/query-builders/insert.js': ['select'],
  'drizzle-orm/sqlite-core/query-builders/query-builder.js': ['$with', 'selectDistinct', 'with'],
  'drizzle-orm/sqlite-core/query-builders/select.js': ['as', 'groupBy', 'having'],
  'drizzle-orm/sqlite-core/query-builders/update.js': ['orderBy'],
  'drizzle-orm/sqlite-core/view.js': ['as'],
  'drizzle-orm/utils.js': ['makeJitQueryMapper'],
  'graphql-yoga/esm/plugins/allowed-headers.js': ['useAllowedRequestHeaders', 'useAllowedResponseHeaders'],
  'graphql-yoga/esm/plugins/request-parser/get.js': ['parseGETRequest'],
  'graphql-yoga/esm/plugins/request-parser/post-form-url-encoded.js': ['parsePOSTFormUrlEncodedRequest'],
  'graphql-yoga/esm/plugins/request-parser/post-graphql-string.js': ['parsePOSTGraphQLStringRequest'],
  'graphql-yoga/esm/plugins/request-parser/post-json.js': ['parsePOSTJsonRequest'],
  'graphql-yoga/esm/plugins/request-parser/post-multipart.js': ['isPOSTMultipartRequest', 'parsePOSTMultipartRequest'],
  'graphql-yoga/esm/plugins/request-validation/use-limit-request-body-size.js': ['limitRequestBodySize'],
  'graphql-yoga/esm/plugins/result-processor/multipart.js': ['processMultipartResult'],
  'graphql-yoga/esm/plugins/result-processor/sse.js': ['processSSEResult'],
  'graphql-yoga/esm/plugins/use-graphiql.js': ['useGraphiQL'],
  'graphql-yoga/esm/plugins/use-unhandled-route.js': ['defaultRenderLandingPage'],
  'graphql-yoga/esm/utils/mask-error.js': ['maskError'],
  'graphql/utilities/lexicographicSortSchema.mjs': ['lexicographicSortSchema'],
  'hono/dist/hono-base.js': ['request'],
  'hono/dist/middleware/secure-headers/secure-headers.js': ['getPermissionsPolicyDirectives', 'getReportingEndpoints'],
  'hono/dist/utils/body.js': ['parseBody'],
  'hono/dist/utils/html.js': ['resolveCallback'],
  'hono/dist/utils/url.js': ['_getQueryParam'],
  'standardwebhooks/dist/index.js': ['verify'],
  'standardwebhooks/dist/timing_safe_equal.js': ['timingSafeEqual'],
};

/** A module's path, within the packages. */
const nameOf = (id: string): string => id.slice(id.lastIndexOf('/node_modules/') + '/node_modules/'.length);

/**
 * Leaves out the bodies of functions that are never called. A call throws, and every test of the Worker runs without them.
 * @param left takes `module function` of each that was left out
 */
export const withoutUncalled = (left: Set<string>): Plugin => ({
  name: 'without-uncalled',
  transform: {
    filter: { id: Object.keys(UNCALLED).map((path) => new RegExp(`/node_modules/${path.replaceAll('.', '\\.')}$`)) },
    handler(code, id) {
      const module = nameOf(id);
      const names = UNCALLED[module] ?? [];
      const functions = new Set<AnyFunction>();
      const note = (name: ESTree.Node | null, value: ESTree.Node | null) => {
        if (name?.type !== 'Identifier' || !names.includes(name.name) || !isFunction(value)) return;
        left.add(`${module} ${name.name}`);
        functions.add(value);
      };
      const visitor = new Visitor({
        FunctionDeclaration: (node) => note(node.id, node),
        FunctionExpression: (node) => note(node.id, node),
        MethodDefinition: ({ key, value }) => note(key, value),
        PropertyDefinition: ({ key, value }) => note(key, value),
        VariableDeclarator: ({ id: name, init }) => note(name, init),
        Property: ({ key, value }) => note(key, value),
        AssignmentExpression: ({ left: to, right }) => note(to.type === 'MemberExpression' ? to.property : null, right),
      });
      visitor.visit(parseSync('module.js', code).program);
      return { code: withCuts(code, [...functions].flatMap(bodyOf)), map: null };
    },
  },
});

/** Every function that the table names. */
export const UNCALLED_FUNCTIONS: readonly string[] = Object.entries(UNCALLED).flatMap(([module, names]) =>
  names.map((name) => `${module} ${name}`),
);

type AnyFunction = ESTree.Function | ESTree.ArrowFunctionExpression;

const isFunction = (node: ESTree.Node | null): node is AnyFunction => node !== null && /Function/.test(node.type);

/** Cuts a function down to one that takes nothing and throws. Names of parameters may be what keeps other functions in the bundle. */
function bodyOf({ params, body }: AnyFunction): readonly Cut[] {
  if (!body) return [];
  const [first] = params;
  const parameters = first ? [{ start: first.start, end: params.at(-1)?.end ?? first.end, instead: '' }] : [];
  return [...parameters, { start: body.start, end: body.end, instead: "{ throw Error('left out') }" }];
}
