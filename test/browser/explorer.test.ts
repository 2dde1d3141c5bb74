import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../scripts/sample/examples.ts';
import { chromiumPath } from '../support/chromium.ts';
import { DevServer } from '../support/dev-server.ts';

const OFFLINE = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

let server: DevServer;
let browser: Browser;
let page: Page;
const outside: string[] = [];

beforeAll(async () => {
  server = await (await DevServer.begin()).ready();
  browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-gpu', ...OFFLINE] });
  page = await browser.newPage();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== `localhost:${server.port}`) outside.push(url.href);
  });
  await page.goto(server.url);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('the explorer', () => {
  it('is where a browser that opens /graphql is sent', () => {
    expect(page.url()).toBe(`http://localhost:${server.port}/explorer/`);
  });

  it('has every example document in a tab', async () => {
    expect(await tabs()).toHaveLength(EXAMPLES.length);
  });

  it('runs every operation of every example as it stands, and again, except that a draft is finalized once', async () => {
    for (const [i, tab] of (await tabs()).entries()) {
      await page.getByRole('tab').nth(i).getByRole('button').first().click();
      // At a person's pace: GraphiQL takes a moment to read the operations of the tab it has shown.
      await page.waitForTimeout(500);
      for (let operation = 0, count = 1; operation < count; operation++) {
        for (const attempt of ['first', 'second']) {
          const { operations, status, body } = await run(operation);
          count = operations;
          expect({ tab, operation, attempt, status, ...body }).toMatchObject({ status: 200, data: expect.anything() });
          const isFinalized = attempt === 'second' && 'finalizePricePlan' in Object(body.data);
          expect({ tab, operation, attempt, errors: body.errors, refused: refusalsIn(body.data) }).toMatchObject({
            errors: undefined,
            refused: isFinalized ? [{ code: 'ILLEGAL_TRANSITION' }] : [],
          });
        }
      }
    }
  });

  it('keeps its tabs and its token over a reload', async () => {
    await page.reload();
    expect(await tabs()).toHaveLength(EXAMPLES.length);
    expect((await run(0)).status).toBe(200);
  });

  it('lists the types of the schema by name', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    const section = '.graphiql-doc-explorer-section-title:has-text("All Schema Types") + .graphiql-doc-explorer-section-content';
    const types = page.locator(`${section} .graphiql-doc-explorer-type-name`);
    await types.first().waitFor();
    const names = await types.allTextContents();
    expect(names).toEqual(names.toSorted());
    expect(names).toContain('Account');
  });

  it('is one page of less than 2 MB', async () => {
    const html = await (await fetch(page.url())).arrayBuffer();
    expect(html.byteLength).toBeLessThan(2_000_000);
  });

  it('needs nothing from the network', () => {
    expect(outside).toEqual([]);
  });
});

async function tabs(): Promise<(string | null)[]> {
  await page.getByRole('tab').first().waitFor();
  const found = await page.getByRole('tab').all();
  return Promise.all(found.map((tab) => tab.getByRole('button').first().textContent()));
}

interface Body {
  readonly data: unknown;
  readonly errors?: unknown;
}

/** Presses the play button, and chooses the operation of that index where the document has several. */
async function run(index: number): Promise<{ operations: number; status: number; body: Body }> {
  const answered = page.waitForResponse((response) => response.url() === server.url);
  await page.getByRole('button', { name: /Execute query/ }).click();
  const menu = page.getByRole('menuitem');
  await Promise.race([answered, menu.first().waitFor()]);
  const operations = Math.max(1, await menu.count());
  if (operations > 1) await menu.nth(index).click();
  const response = await answered;
  await menu.first().waitFor({ state: 'hidden' });
  return { operations, status: response.status(), body: await response.json() };
}

/** Every user error anywhere in an answer. */
function refusalsIn(data: unknown): unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => (key === 'userErrors' ? value : refusalsIn(value)));
}
