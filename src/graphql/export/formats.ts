import { type Column, csvLine, valueAt } from './csv.ts';

/** The last line of an export. Without `error` and with `next: null`, the list is complete. */
export interface End {
  readonly error?: { readonly code: string; readonly message: string; readonly requestId?: string; readonly retryAfter?: number };
  /** The address that continues the export. */
  readonly next: string | null;
}

/** The text of an export in one format. */
export interface Format {
  readonly mediaType: string;
  /** The text before the first item. */
  head(columns: readonly Column[]): string;
  /** @param number the number of the item, from 1 on */
  item(item: unknown, number: number, columns: readonly Column[]): string;
  end(end: End, columns: readonly Column[]): string;
}

/**
 * The formats by name. In CSV, the first cell of a line is the number of its item, or `next` or `error` in the last line, so that no item
 * can be taken for the last line.
 */
export const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  [
    'ndjson',
    {
      mediaType: 'application/x-ndjson; charset=utf-8',
      head: () => '',
      item: (item) => `${JSON.stringify(item)}\n`,
      end: (end) => `${JSON.stringify(end)}\n`,
    },
  ],
  [
    'csv',
    {
      mediaType: 'text/csv; charset=utf-8; header=present',
      head: (columns) => csvLine(['line', ...columns.map(({ name }) => name)]),
      item: (item, number, columns) => csvLine([number, ...columns.map((column) => valueAt(item, column))]),
      end: (end, columns) => csvLine([end.error ? 'error' : 'next', end.error ? end : end.next, ...columns.slice(1).map(() => null)]),
    },
  ],
]);
