import { readFile, rm, writeFile } from 'node:fs/promises';

/** What a page is made of. Its scripts run in their order, and find an empty element `#root`. */
interface Parts {
  readonly title: string;
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
}

/** Returns a page that loads nothing else. */
export const htmlPage = ({ title, styles, scripts }: Parts): string => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title.replaceAll('<', '&lt;')}</title>
  <link rel="icon" href="data:,">
  ${styles.map((style) => `<style>${style}</style>`).join('\n  ')}
</head>
<body>
  <div id="root"></div>
  ${scripts.map((script) => `<script>${script.replaceAll('</script', '<\\/script')}</script>`).join('\n  ')}
</body>
</html>
`;

/** Returns the text of a file of a package, beside its `package.json`. */
export const readPackageFile = (manifest: string, file: string): Promise<string> => readFile(new URL(file, manifest), 'utf8');

/** Returns a value as JSON that can stand in a script. */
export const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** Writes a file that only its owner can read, whatever was there before: a page of `npm run dev` has tokens of the sample data. */
export async function writePrivately(path: string, text: string): Promise<void> {
  await rm(path, { force: true });
  await writeFile(path, text, { mode: 0o600 });
}
