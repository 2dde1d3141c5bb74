import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import openapi from '../../schema/openapi.json' with { type: 'json' };
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
  page = await openPage(server.url);
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

describe('the docs of the REST mirror', () => {
  let docs: Page;
  beforeAll(async () => {
    docs = await openPage(`http://localhost:${server.port}/docs`);
    await docs.locator('.opblock').first().waitFor();
  });

  /** Opens an operation, sends it with this body, and returns what the API answered. */
  const execute = async (operation: string, body?: object) => {
    const block = docs.locator(`.opblock[id$="-${operation}"]`);
    await block.locator('.opblock-summary-control').click();
    if (body) await block.locator('textarea.body-param__text').fill(JSON.stringify(body));
    const answered = docs.waitForResponse((response) => response.request().resourceType() === 'fetch');
    await block.getByRole('button', { name: 'Execute' }).click();
    const response = await answered;
    return { status: response.status(), body: await response.json() };
  };

  it('have every operation, by what it is about', async () => {
    const operations = Object.values(openapi.paths).flatMap((methods) => Object.values(methods));
    expect(await docs.locator('.opblock').count()).toBe(operations.length);
    const tags = await docs.locator('.opblock-tag').allTextContents();
    expect(new Set(tags)).toEqual(new Set(operations.flatMap((operation) => operation.tags)));
  });

  it('run an operation with the token of the sample data', async () => {
    expect(await execute('getCustomers')).toMatchObject({ status: 200, body: { data: expect.arrayContaining([expect.anything()]) } });
    const created = await execute('createAddOn', { name: 'Seats from the docs', type: 'LICENSE' });
    expect(created).toMatchObject({ status: 200, body: { name: 'Seats from the docs' } });
  });

  it('fit a narrow window', async () => {
    await docs.setViewportSize({ width: 420, height: 900 });
    expect(await docs.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(420);
  });

  it('need nothing from the network', () => {
    expect(outside).toEqual([]);
  });
});

/** Opens a page, and keeps every address that it asks for outside the server. */
async function openPage(url: string): Promise<Page> {
  const opened = await browser.newPage();
  opened.on('request', (request) => {
    const { protocol, host, href } = new URL(request.url());
    if (protocol.startsWith('http') && host !== `localhost:${server.port}`) outside.push(href);
  });
  await opened.goto(url);
  return opened;
}

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
