import { readFile } from 'node:fs/promises';
import type { Sample } from './local-database.ts';
import { OPENAPI } from './openapi.ts';
import { htmlPage, inScript, readPackageFile } from './page.ts';
import { ROOT } from './wrangler.ts';

/** Returns Swagger UI as one page with the REST mirror and the token of the sample data. Without sample data, the page has no token. */
export async function restDocsPage([sample]: readonly Sample[]): Promise<string> {
  const manifest = import.meta.resolve('swagger-ui-dist/package.json');
  const [css, library, document] = await Promise.all([
    readPackageFile(manifest, 'swagger-ui.css'),
    readPackageFile(manifest, 'swagger-ui-bundle.js'),
    readFile(`${ROOT}/${OPENAPI}`, 'utf8'),
  ]);
  const options = { spec: JSON.parse(document), dom_id: '#root', validatorUrl: null, ...LOOK };
  const token = sample && inScript(sample.token);
  const start = `
    const ui = SwaggerUIBundle({ ...${inScript(options)}, onComplete: () => ${token ? `ui.preauthorizeApiKey('bearer', ${token})` : '{}'} });`;
  return htmlPage({ title: `${sample?.name ?? 'Billing catalogue'} - REST`, styles: [css, STYLE], scripts: [library, start] });
}

/** A list of operations that a person can run at once. */
const LOOK = { deepLinking: true, docExpansion: 'list', defaultModelsExpandDepth: 0, displayRequestDuration: true, tryItOutEnabled: true };

const STYLE = 'body { margin: 0; }';
