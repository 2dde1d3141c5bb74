import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { now } from './clock.ts';
import { readExamples } from './document-files.ts';
import { withDatabase } from './local-d1.ts';
import type { Sample } from './local-database.ts';
import { exampleVariables, isExample } from './sample/examples.ts';

/**
 * Writes GraphiQL as one page with the example documents in its tabs. Returns the directory of the page. Without sample data, the page has
 * neither a token nor variables.
 */
export async function writeExplorer(home: string, state: string, [sample]: readonly Sample[]): Promise<string> {
  const variables: Readonly<Record<string, object>> = sample
    ? await withDatabase(state, (d1) => exampleVariables(d1, sample.orgId, now()))
    : {};
  const headers = JSON.stringify({ Authorization: `Bearer ${sample?.token ?? '<token>'}` }, null, 2);
  const documents = [...readExamples()].filter(([name]) => isExample(name));
  const defaultTabs = documents.map(([name, query]) => ({ query, variables: JSON.stringify(variables[name] ?? {}, null, 2), headers }));
  const page = await pageOf(`${sample?.name ?? 'Billing catalogue'} - GraphiQL`, {
    defaultHeaders: headers,
    defaultEditorToolsVisibility: 'variables',
    defaultTabs,
    shouldPersistHeaders: true,
  });
  await mkdir(`${home}/explorer/explorer`, { recursive: true });
  await writeFile(`${home}/explorer/explorer/index.html`, page);
  return `${home}/explorer`;
}

/** The properties of the component GraphiQL that the page sets. */
interface Properties {
  readonly defaultHeaders: string;
  readonly defaultEditorToolsVisibility: 'variables' | 'headers';
  readonly defaultTabs: readonly object[];
  readonly shouldPersistHeaders: boolean;
}

/** Returns the page, which loads nothing else. Types are sorted by name: the order of introspection is that of the schema's modules. */
async function pageOf(title: string, properties: Properties): Promise<string> {
  const [css, ...scripts] = await Promise.all([
    readPackageFile(import.meta.resolve('graphiql/package.json'), 'graphiql.min.css'),
    readPackageFile(import.meta.resolve('react/package.json'), 'umd/react.production.min.js'),
    readPackageFile(import.meta.resolve('react-dom/package.json'), 'umd/react-dom.production.min.js'),
    readPackageFile(import.meta.resolve('graphiql/package.json'), 'graphiql.min.js'),
  ]);
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${title.replaceAll('<', '&lt;')}</title>
  <link rel="icon" href="data:,">
  <style>html, body, #graphiql { height: 100%; margin: 0; } ${css}</style>${additions(properties.defaultTabs)}
</head>
<body>
  <div id="graphiql"></div>
  ${scripts.map((script) => `<script>${script.replaceAll('</script', '<\\/script')}</script>`).join('\n  ')}
  <script>
    const send = GraphiQL.createFetcher({ url: '/graphql' });
    const fetcher = async (...request) => {
      const answer = await send(...request);
      answer.data?.__schema?.types.sort((a, b) => (a.name < b.name ? -1 : 1));
      return answer;
    };
    const properties = ${inScript(properties)};
    ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(GraphiQL, { fetcher, ...properties }));
  </script>
</body>
</html>
`;
}

const readPackageFile = (manifest: string, file: string): Promise<string> => readFile(new URL(file, manifest), 'utf8');

/** A value as JSON that can stand in a script. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * Returns the page's own style and script. The script clears GraphiQL's stored tabs when the examples change, stores the first tab as the
 * open one, and replaces `{{$timestamp}}` in variables with the time of the request, which makes names unique. The style keeps a tab from
 * moving away from the pointer when it gets the focus.
 */
function additions(tabs: readonly object[]): string {
  const examples = createHash('sha256').update(JSON.stringify(tabs)).digest('hex');
  const first = inScript(tabs[0] ?? {});
  return `
  <style>.graphiql-tab { transform: none !important; }</style>
  <script>
    if (localStorage.getItem('examples') !== '${examples}') {
      localStorage.clear();
      localStorage.setItem('examples', '${examples}');
      for (const [part, text] of Object.entries(${first})) localStorage.setItem('graphiql:' + part, text);
    }
    const original = window.fetch;
    window.fetch = (url, options) =>
      original(url, options?.body ? { ...options, body: options.body.replaceAll('{{$timestamp}}', Math.round(performance.timeOrigin + performance.now())) } : options);
  </script>`;
}
