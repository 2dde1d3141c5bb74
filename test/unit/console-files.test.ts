import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { consoleFiles } from '../../scripts/console.ts';

/** Bytes that everything of the console may have together, gzipped. */
const LIMIT = 60 * 1024;

const files = await consoleFiles();
const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? '';

describe('the files of the console', () => {
  it(`have at most ${LIMIT} bytes together, gzipped`, () => {
    const sizes = files.map(({ path, text }) => [path, gzipSync(text).length] as const);
    expect(sizes.reduce((sum, [, size]) => sum + size, 0)).toBeLessThanOrEqual(LIMIT);
  });

  it('are named by their content, except the page and what it is told, so that caches can keep them', () => {
    const stable = files.map(({ path }) => path).filter((path) => !/^console\/[a-z-]+-[A-Z0-9]{8}\.(js|css)$/.test(path));
    expect(stable.sort()).toEqual(['console/development.json', 'index.html']);
  });

  it('are all that the page loads, and it has no script and no style within', () => {
    const page = textOf('index.html');
    const loaded = [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(loaded).toHaveLength(2);
    for (const path of loaded) expect(textOf(path)).not.toBe('');
    expect(page).not.toMatch(/<style|<script[^>]*>[^<]/);
  });

  it('have no token unless development gives one', () => {
    expect(JSON.parse(textOf('console/development.json'))).toEqual({ samples: [], clockOffset: 0 });
    for (const { text } of files) expect(text).not.toMatch(/tg_live_/);
  });

  it('name documents by their ids, and have the text of none', () => {
    const scripts = files.filter(({ path }) => path.endsWith('.js')).map(({ text }) => text);
    expect(scripts.join()).toMatch(/sha256:[0-9a-f]{64}/);
    expect(scripts.join()).not.toMatch(/OperationDefinition|\bquery [A-Z]\w+[({]/);
  });
});
