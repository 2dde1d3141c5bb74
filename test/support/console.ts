import axe, { type AxeResults } from 'axe-core';
import { customAlphabet } from 'nanoid';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { consoleFiles } from '../../scripts/console.ts';
import { seed } from '../../scripts/sample/seed.ts';
import { ID_ALPHABET } from '../../src/domain/id.ts';
import type { Services } from '../../src/http/services.ts';
import { chromiumPath } from './chromium.ts';
import { now } from './clock.ts';
import { nodeApi } from './node-api.ts';
import { LocalServer } from './serve.ts';
import { openSqlite } from './sqlite.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
};
/** The width of a small phone, which no page may exceed. */
export const NARROW = 320;

interface Setting {
  readonly services?: Partial<Services>;
  /** Whether the page is given the tokens of the sample organizations, as `npm run dev` does. Defaults to true. */
  readonly withSamples?: boolean;
  /** Changes the database before the page is served. */
  readonly prepare?: (d1: D1Database) => Promise<void>;
}

/** The console on an API with the sample organizations, in a Chromium. */
export class Console {
  readonly origin: string;
  /** The token of Larkspur Cloud, the first sample. */
  readonly token: string;
  readonly #server: LocalServer;
  readonly #browser: Browser;

  private constructor(server: LocalServer, browser: Browser, token: string) {
    this.#server = server;
    this.#browser = browser;
    this.origin = server.origin;
    this.token = token;
  }

  static async begin({ services = {}, withSamples = true, prepare }: Setting = {}): Promise<Console> {
    const d1 = openSqlite();
    const [larkspur, nordlicht] = await seed(d1, now(), customAlphabet(ID_ALPHABET));
    await prepare?.(d1);
    const samples = [
      { name: 'Larkspur Cloud', token: larkspur.token },
      { name: 'Nordlicht Software', token: nordlicht.token },
    ];
    const built = await consoleFiles({ samples: withSamples ? samples : [], clockOffset: inject('clockOffset') });
    const files = new Map(built.map(({ path, text }) => [path, text]));
    const server = await LocalServer.begin();
    const delegateSecret = 'a secret of at least thirty-two bytes';
    const api = nodeApi(d1, { now, pages: async ({ url }) => file(files, url), hasConsole: true, delegateSecret, ...services });
    server.answerBy(api.answer);
    const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
    return new Console(server, browser, larkspur.token);
  }

  /** Opens a page in a browser without cookies and storage. Its errors and warnings, and what its policy forbids, fail the test that looks at `faults`. */
  async open(hash = '', options: BrowserContextOptions = {}): Promise<ConsolePage> {
    const context = await this.#browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', ...options });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(`${message.text()} ${message.location().url}`);
    });
    await page.goto(`${this.origin}/${hash}`);
    return { page, faults };
  }

  /** Returns what the first sample's token is answered, without the page. */
  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${this.token}` };
    const response = await fetch(`${this.origin}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const { data, errors }: { data: Data; errors?: unknown } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
  }
}

export interface ConsolePage {
  readonly page: Page;
  readonly faults: readonly string[];
}

/** Returns what axe finds wrong with a page, each with the elements that have it. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations }: AxeResults = await Reflect.get(globalThis, 'axe').run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
  });
}

/** Returns how many pixels a page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Moves the focus to an element with the Tab key alone, as somebody without a pointer does. */
export async function tabTo(page: Page, element: Locator): Promise<void> {
  await element.waitFor();
  for (let presses = 0; presses < 150; presses++) {
    if (await element.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not reach ${element}`);
}

/** Returns what has the focus: its tag and its text. `body`: nothing has. */
export const focusOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { localName, textContent } = document.activeElement ?? document.body;
    return localName === 'body' ? localName : `${localName} ${textContent}`;
  });

function file(files: ReadonlyMap<string, string>, url: string): Response {
  const path = new URL(url).pathname.slice(1) || 'index.html';
  const text = files.get(path);
  if (text === undefined) return new Response(null, { status: 404 });
  return new Response(text, { headers: { 'content-type': TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain' } });
}
