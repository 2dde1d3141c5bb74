import { createHash } from 'node:crypto';
import { now } from './clock.ts';
import { readExamples } from './document-files.ts';
import { withDatabase } from './local-d1.ts';
import type { Sample } from './local-database.ts';
import { htmlPage, inScript, readPackageFile } from './page.ts';
import { exampleVariables, isExample } from './sample/examples.ts';

/** Returns GraphiQL as one page with the example documents in its tabs. Without sample data, the page has neither a token nor variables. */
export async function explorerPage(state: string, [sample]: readonly Sample[]): Promise<string> {
  const variables: Readonly<Record<string, object>> = sample
    ? await withDatabase(state, (d1) => exampleVariables(d1, sample.orgId, now()))
    : {};
  const headers = JSON.stringify({ Authorization: `Bearer ${sample?.token ?? '<token>'}` }, null, 2);
  const documents = [...readExamples()].filter(([name]) => isExample(name));
  const defaultTabs = documents.map(([name, query]) => ({ query, variables: JSON.stringify(variables[name] ?? {}, null, 2), headers }));
  return pageOf(`${sample?.name ?? 'Billing catalogue'} - GraphiQL`, {
    defaultHeaders: headers,
    defaultEditorToolsVisibility: 'variables',
    defaultTabs,
    shouldPersistHeaders: true,
  });
}

/** The properties of the component GraphiQL that the page sets. */
interface Properties {
  readonly defaultHeaders: string;
  readonly defaultEditorToolsVisibility: 'variables' | 'headers';
  readonly defaultTabs: readonly object[];
  readonly shouldPersistHeaders: boolean;
}

/** Types are sorted by name: the order of introspection is that of the schema's modules. */
async function pageOf(title: string, properties: Properties): Promise<string> {
  const [css, ...libraries] = await Promise.all([
    readPackageFile(import.meta.resolve('graphiql/package.json'), 'graphiql.min.css'),
    readPackageFile(import.meta.resolve('react/package.json'), 'umd/react.production.min.js'),
    readPackageFile(import.meta.resolve('react-dom/package.json'), 'umd/react-dom.production.min.js'),
    readPackageFile(import.meta.resolve('graphiql/package.json'), 'graphiql.min.js'),
  ]);
  const start = `
    const send = GraphiQL.createFetcher({ url: '/graphql' });
    const fetcher = async (...request) => {
      const answer = await send(...request);
      answer.data?.__schema?.types.sort((a, b) => (a.name < b.name ? -1 : 1));
      return answer;
    };
    const properties = ${inScript(properties)};
    ReactDOM.createRoot(document.getElementById('root')).render(React.createElement(GraphiQL, { fetcher, ...properties }));`;
  return htmlPage({ title, styles: [css, STYLE], scripts: [additions(properties.defaultTabs), ...libraries, start] });
}

/** Fills the window, and keeps a tab from moving away from the pointer when it gets the focus. */
const STYLE = 'html, body, #root { height: 100%; margin: 0; } .graphiql-tab { transform: none !important; }';

/**
 * Returns the page's own script. It clears GraphiQL's stored tabs when the examples change, stores the first tab as the open one, and
 * replaces `{{$timestamp}}` in variables with the time of the request, which makes names unique.
 */
function additions(tabs: readonly object[]): string {
  const examples = createHash('sha256').update(JSON.stringify(tabs)).digest('hex');
  const first = inScript(tabs[0] ?? {});
  return `
    if (localStorage.getItem('examples') !== '${examples}') {
      localStorage.clear();
      localStorage.setItem('examples', '${examples}');
      for (const [part, text] of Object.entries(${first})) localStorage.setItem('graphiql:' + part, text);
    }
    const original = window.fetch;
    window.fetch = (url, options) =>
      original(url, options?.body ? { ...options, body: options.body.replaceAll('{{$timestamp}}', Math.round(performance.timeOrigin + performance.now())) } : options);`;
}
