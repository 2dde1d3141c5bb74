import { MOST_STATEMENTS } from '../../engine/d1/metered.ts';
import { parseWithinLimits } from '../admission/document-size.ts';
import { documentOf } from '../admission/known-documents.ts';
import { statusOf } from '../error-codes.ts';
import { MAX_NODES } from '../limits.ts';
import { type End, FORMATS, type Format } from './formats.ts';
import { type ExportPlan, exportPlanOf, pagingFault } from './plan.ts';

type Variables = Readonly<Record<string, unknown>>;

/** What the address of an export asks for. */
export interface ExportRequest {
  readonly documentId: string;
  readonly operationName: string | null;
  readonly variables: Variables;
  readonly format: Format;
  /** `null`: the document is unknown or cannot be parsed, which the answer to its first page says. */
  readonly plan: ExportPlan | null;
  /** The same address with other variables. */
  readonly addressWith: (variables: Variables) => string;
}

/** Answers GraphQL requests, each like one that a caller sends: checked, counted and logged by itself. */
export interface Pages {
  readonly send: (body: object, bookmark: string | null) => Promise<Response>;
  /** SQL statements that the pages have sent so far. */
  readonly statements: () => number;
}

/** SQL statements that looking up the caller of a page takes at most. */
const LOOK_UPS = 2;

/** Reads the address of an export. Returns why it is malformed, or what it asks for. */
export function exportRequestIn(url: URL, orgId: string): ExportRequest | { readonly message: string } {
  const parameters = url.searchParams;
  const documentId = parameters.get('documentId');
  if (!documentId) return { message: 'Name the document of the list as `documentId`.' };
  const name = parameters.get('format') ?? 'ndjson';
  const format = FORMATS.get(name);
  if (!format) return { message: `\`format\` is one of ${[...FORMATS.keys()].join(', ')}, not "${name}".` };
  const variables = variablesIn(parameters.get('variables'));
  if (!variables) return { message: '`variables` is a JSON object.' };
  const operationName = parameters.get('operationName');
  const plan = planOf(orgId, documentId, operationName);
  if (plan && 'message' in plan) return plan;
  const fault = plan && faultOf(plan, variables);
  if (fault) return { message: fault };
  const addressWith = (others: Variables) => {
    const address = new URLSearchParams(parameters);
    address.set('variables', JSON.stringify(others));
    return `${url.pathname}?${address}`;
  };
  return { documentId, operationName, variables: plan ? withPageSize(plan, variables) : variables, format, plan, addressWith };
}

/**
 * Returns the export as a stream that reads a page when its reader has taken the page before, so that one page is in memory at a time. If
 * there is no first page, returns an answer that says why.
 */
export async function exportList(request: ExportRequest, pages: Pages, bookmark: string | null): Promise<Response> {
  const { documentId, operationName, variables, format, plan } = request;
  const response = await pages.send({ documentId, operationName, variables }, bookmark);
  if (!response.ok || !plan) return response;
  const first = await pageIn(response, plan);
  if ('error' in first) return errorResponse(first.error);
  const lines = linesOf(request, plan, pages, first);
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await lines.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await lines.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(stream, { headers: { 'content-type': format.mediaType, 'content-disposition': 'attachment' } });
}

/** The text of an export, a page at a time. Whatever happens, the last line says where the list goes on, or that it is complete. */
async function* linesOf(request: ExportRequest, plan: ExportPlan, pages: Pages, first: Page): AsyncGenerator<string, void> {
  const { documentId, operationName, format, addressWith } = request;
  const { columns } = plan;
  let { variables } = request;
  let [page, pageCount, itemCount] = [first, 1, 0];
  let most = pages.statements();
  let text = format.head(columns);
  const end = (last: End): string => text + format.end(last, columns);
  for (;;) {
    for (const item of page.items) text += format.item(item, ++itemCount, columns);
    if (page.next === null) return yield end({ next: null });
    variables = { ...variables, [plan.after]: page.next };
    const before = pages.statements();
    // The next page takes as many as the largest so far. One that takes more fails, and is the error of the last line.
    if (before + most + LOOK_UPS * ++pageCount > MOST_STATEMENTS) return yield end({ next: addressWith(variables) });
    yield text;
    text = '';
    const next = await pages
      .send({ documentId, operationName, variables }, page.bookmark)
      .then((response) => pageIn(response, plan), failed);
    if ('error' in next) return yield end({ error: next.error, next: addressWith(variables) });
    most = Math.max(most, pages.statements() - before);
    page = next;
  }
}

const failed = (): Failed => ({
  error: { code: 'INTERNAL_SERVER_ERROR', message: 'The next page could not be read. Continue at `next`.' },
});

interface Page {
  readonly items: readonly unknown[];
  /** The cursor of the next page. `null`: this is the last one. */
  readonly next: string | null;
  readonly bookmark: string | null;
}

type Failed = Required<Pick<End, 'error'>>;

/** Reads an answer. An answer with any error is no page: part of a page would be a gap in the list. */
async function pageIn(response: Response, plan: ExportPlan): Promise<Page | Failed> {
  const { data, errors } = await response.json<Answer>();
  if (errors?.[0]) {
    const { message, extensions } = errors[0];
    const retryAfter = response.headers.get('retry-after');
    return { error: { ...extensions, message, ...(retryAfter !== null && { retryAfter: Number(retryAfter) }) } };
  }
  const list = plan.path.reduce<unknown>(fieldOf, data);
  if (list === null || list === undefined) return { error: { code: 'NOT_FOUND', message: `There is no \`${plan.path.join('.')}\`.` } };
  const [key, node] = plan.items;
  const listed = fieldOf(list, key);
  const items: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const pageInfo = fieldOf(list, plan.pageInfo);
  const cursor = fieldOf(pageInfo, plan.endCursor);
  const hasNext = fieldOf(pageInfo, plan.hasNextPage) === true && typeof cursor === 'string';
  return {
    items: node === undefined ? items : items.map((edge) => fieldOf(edge, node)),
    next: hasNext ? cursor : null,
    bookmark: response.headers.get('x-d1-bookmark'),
  };
}

function errorResponse({ code, message, ...facts }: Failed['error']): Response {
  const status = code === 'NOT_FOUND' ? 404 : statusOf(code, 'application/graphql-response+json');
  return Response.json({ errors: [{ message, extensions: { code, ...facts } }] }, { status });
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string; readonly requestId: string } }[];
}

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

/** Sets the largest page where the caller leaves its size open, because each page costs a call. */
const withPageSize = ({ first }: ExportPlan, variables: Variables): Variables =>
  first === null ? variables : { [first]: MAX_NODES, ...variables };

function variablesIn(text: string | null): Variables | null {
  try {
    const value: unknown = JSON.parse(text || '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Variables) : null;
  } catch {
    return null;
  }
}

/** An invalid document has a fault of its own, which the answer to its first page says. */
function faultOf(plan: ExportPlan, variables: Variables): string | null {
  try {
    return pagingFault(plan, variables);
  } catch {
    return null;
  }
}

function planOf(orgId: string, documentId: string, operationName: string | null) {
  const text = documentOf(orgId, documentId);
  if (text === null) return null;
  try {
    return exportPlanOf(parseWithinLimits(text), operationName);
  } catch {
    return null;
  }
}
