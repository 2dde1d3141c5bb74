import { SCOPES } from '../../src/operations/scope.ts';
import product from '../../src/worker.ts';

/** The row of any token. */
const TOKEN = { id: 'cold', org_id: 'cold', scopes: JSON.stringify(SCOPES), expires_at: null };

const resultOf = (sql: string) => ({
  results: sql.includes('"secret_hash"') ? [TOKEN] : [],
  success: true,
  meta: { rows_read: 0, rows_written: 0, duration: 0 },
});

/** A database in which any token is live and there is nothing else: what is measured is the Worker alone. */
const d1 = {
  prepare: (sql: string) => {
    const statement = {
      bind: () => statement,
      all: async () => resultOf(sql),
      run: async () => resultOf(sql),
      first: async () => null,
      raw: async () => resultOf(sql).results.map(Object.values),
    };
    return statement;
  },
  batch: (statements: readonly { readonly all: () => Promise<object> }[]) => Promise.all(statements.map((each) => each.all())),
  withSession: () => ({ ...d1, getBookmark: () => null }),
};

/** The product in an isolate that has no bindings. */
export default {
  fetch: (...[request, , context]: Parameters<typeof product.fetch>) => product.fetch(request, { DB: d1 as never }, context),
};
