import { buildSchema } from 'drizzle-graphql';
import { drizzle } from 'drizzle-orm/d1';
import { createYoga } from 'graphql-yoga';
import { measured } from '../measured.ts';
import * as tables from './tables.ts';

/** The schema that drizzle-graphql makes of the tables, kept as long as the binding that it was made for. */
const yogas = new WeakMap<D1Database, { fetch(request: Request): Response | Promise<Response> }>();

export default measured({
  fetch(request, { DB }) {
    let yoga = yogas.get(DB);
    if (!yoga) {
      const { schema } = buildSchema(drizzle(DB, { schema: tables }), { mutations: false });
      yoga = createYoga({ schema, logging: false });
      yogas.set(DB, yoga);
    }
    return yoga.fetch(request);
  },
});
