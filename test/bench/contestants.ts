import type { Document, Question } from './questions.ts';

/** Who asks: the sample organization, and its token. */
export interface Caller {
  readonly orgId: string;
  readonly token: string;
}

/** Something that answers the benchmark's questions: the API any document as well. */
export interface Contestant<Q extends Document = Question> {
  readonly name: string;
  /** Its Worker's file, in this directory. */
  readonly main: string;
  /** Compatibility flags that it needs. */
  readonly flags: readonly string[];
  readonly request: (question: Q, caller: Caller) => { readonly path: string; readonly init: RequestInit };
  /** What its `data` is in the names of this API. */
  readonly data: (question: Q, data: never) => unknown;
}

const JSON_TYPE = { 'content-type': 'application/json' };

const graphqlRequest: Contestant<Document>['request'] = ({ query, variables }, { orgId, token }) => ({
  path: '/graphql',
  init: {
    method: 'POST',
    headers: { ...JSON_TYPE, authorization: `Bearer ${token}`, 'x-org-id': orgId },
    body: JSON.stringify({ query, variables }),
  },
});

/** The least that answering could cost: what everything else is a ratio to. */
export const floor: Contestant = {
  name: 'floor: Hono, one SQL by hand',
  main: 'peers/floor.ts',
  flags: [],
  request: ({ path, method = 'GET' }, { orgId }) => ({ path, init: { method, headers: { 'x-org-id': orgId } } }),
  data: (_, data) => data,
};

export const product: Contestant<Document> = {
  name: 'this API',
  main: 'worker.ts',
  flags: [],
  request: graphqlRequest,
  data: (_, data) => data,
};

/** The floor that earlier figures are ratios to. */
export const formerFloor: Contestant = { ...floor, name: 'floor that parses its JSON twice', main: 'peers/floor-parsing-twice.ts' };

export const dataLoaders: Contestant = {
  name: 'Yoga with DataLoaders',
  main: 'peers/dataloader.ts',
  flags: [],
  request: graphqlRequest,
  data: (_, data) => data,
};

/** What one would pick instead. They know neither tokens nor limits: the tenant is believed, as it is told. */
export const peers: readonly Contestant[] = [
  {
    name: 'drizzle-graphql',
    main: 'peers/drizzle-graphql.ts',
    flags: [],
    request: ({ rows: { query }, variables }, { orgId }) => ({
      path: '/graphql',
      init: { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ query, variables: { ...variables, orgId } }) },
    }),
    data: ({ rows }, data) => rows.data(data),
  },
  dataLoaders,
  { name: 'Apollo Server, naive', main: 'peers/apollo.ts', flags: ['nodejs_compat'], request: graphqlRequest, data: (_, data) => data },
];
