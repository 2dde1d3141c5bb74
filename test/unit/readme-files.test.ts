import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { schema } from '../../src/graphql/schema.ts';

const ROOT = `${import.meta.dirname}/../..`;
const READMES = globSync(['*.md', '{src,scripts,schema,examples}/**/*.md', 'test/*.md'], { cwd: ROOT });
const SOURCES = globSync(['*.ts', '{src,scripts,test,examples}/**/*.ts'], {
  cwd: ROOT,
  exclude: (path) => path.endsWith('node_modules') || path.endsWith('__generated__'),
});

/** Returns the files that a text names in backquotes, such as `src/clock.ts`. */
const filesIn = (text: string): string[] =>
  [...text.matchAll(/`([\w./-]+\.ts)`/g)].flatMap(([, file]) => (file === undefined ? [] : [file]));

/** Whether a README can mean a source by this name: by its path from the project, `src` or the README, or by the end of its path within the README's folder. */
const exists = (readme: string, file: string): boolean => {
  const folder = dirname(readme);
  const within = folder === '.' ? SOURCES : SOURCES.filter((source) => source.startsWith(`${folder}/`));
  return (
    [file, join('src', file), join(folder, file)].some((path) => SOURCES.includes(path)) ||
    within.some((source) => source.endsWith(`/${file}`))
  );
};

test.each(READMES)('%s names files that exist', (readme) => {
  const files = filesIn(readFileSync(`${ROOT}/${readme}`, 'utf8'));
  expect(files.filter((file) => !exists(readme, file))).toEqual([]);
});

test.each(READMES)('%s shows requests that the schema accepts', (readme) => {
  const text = readFileSync(`${ROOT}/${readme}`, 'utf8');
  const requests = [...text.matchAll(/```graphql\n(.*?)```/gs)].map(([, request = '']) => request);
  expect(requests.flatMap((request) => validate(schema, parse(request))).map(({ message }) => message)).toEqual([]);
});

/** The code of a source without its imports, line by line. */
const codeOf = (text: string): string =>
  text
    .replaceAll(/^import [^;]*;\n/gm, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

test('README.md shows the code of clients that tests run', () => {
  const tested = globSync(['examples/client/*.ts', 'test/clients/*.ts', 'test/clients/links/*.ts'], { cwd: ROOT }).map((file) =>
    codeOf(readFileSync(`${ROOT}/${file}`, 'utf8')),
  );
  const shown = [...readFileSync(`${ROOT}/README.md`, 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => codeOf(code));
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter((code) => !tested.some((source) => source.includes(code)))).toEqual([]);
});

/** A section of the README, without its heading. */
const sectionOf = (heading: string): string =>
  readFileSync(`${ROOT}/README.md`, 'utf8').split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';

test('README.md lists the decisions of DECISIONS.md, in its order', () => {
  const reasoned = [...readFileSync(`${ROOT}/DECISIONS.md`, 'utf8').matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
  const listed = [...sectionOf('Decisions').matchAll(/^- (.+)$/gm)].map(([, heading]) => heading);
  expect(reasoned.length).toBeGreaterThan(0);
  expect(listed).toEqual(reasoned);
});

test('README.md says what each package of package.json is for, and names no other', () => {
  const { dependencies, devDependencies } = packageJson;
  const [used, developedWith] = sectionOf('Dependencies').split('| development |');
  const named = (text = '') => [...text.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) => cell.match(/[^`, ]+/g) ?? []);
  expect(named(used).toSorted()).toEqual(Object.keys(dependencies).toSorted());
  expect(named(developedWith).toSorted()).toEqual(Object.keys(devDependencies).toSorted());
});
