import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
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
  const page = renderGraphiQL({
    title: `${sample?.name ?? 'Billing catalogue'} - GraphiQL`,
    endpoint: '/graphql',
    defaultHeaders: headers,
    defaultEditorToolsVisibility: 'variables',
    defaultTabs,
  });
  await mkdir(`${home}/explorer/explorer`, { recursive: true });
  await writeFile(
    `${home}/explorer/explorer/index.html`,
    page.replace('<head>', () => `<head>${additions(defaultTabs)}`),
  );
  return `${home}/explorer`;
}

/**
 * Returns the page's own style and script. The script clears GraphiQL's stored tabs when the examples change, stores the first tab as the
 * open one, and replaces `{{$timestamp}}` in variables with the time of the request, which makes names unique. The style keeps a tab from
 * moving away from the pointer when it gets the focus.
 */
function additions(tabs: readonly object[]): string {
  const examples = createHash('sha256').update(JSON.stringify(tabs)).digest('hex');
  const first = JSON.stringify(tabs[0] ?? {}).replaceAll('<', '\\u003c');
  return `
  <style>.graphiql-tab { transform: none !important; }</style>
  <script>
    if (localStorage.getItem('examples') !== '${examples}') {
      localStorage.clear();
      localStorage.setItem('examples', '${examples}');
      for (const [part, text] of Object.entries(${first})) localStorage.setItem('graphiql:' + part, text);
    }
    const send = window.fetch;
    window.fetch = (url, options) =>
      send(url, options?.body ? { ...options, body: options.body.replaceAll('{{$timestamp}}', Math.round(performance.timeOrigin + performance.now())) } : options);
  </script>`;
}
