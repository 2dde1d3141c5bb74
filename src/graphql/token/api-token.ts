import type { ScopeName } from '../../domain/token/scope-name.ts';
import { createApiToken } from '../../operations/api-token/create.ts';
import { revokeApiToken } from '../../operations/api-token/revoke.ts';
import { SCOPES, type Scope } from '../../operations/scope.ts';
import { requires } from '../admission/scopes.ts';
import { changesUnseen } from '../admission/unseen-changes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { decided, mutation, one } from '../payload.ts';

export const ScopeEnum = builder.enumType('Scope', {
  description:
    'Something that a token may do. A scope covers its noun everywhere: in fields, in lists with their cursors and counts, in arguments that search, filter or sort, and in differences, previews and refusals. Each description names the scopes that are required. A request is refused as a whole with `FORBIDDEN`, and `extensions.scopes` names every scope that is missing.',
  values: {
    CUSTOMERS_READ: { value: 'customers:read', description: 'Read customers.' },
    CUSTOMERS_WRITE: { value: 'customers:write', description: 'Create, change and archive customers.' },
    ACCOUNTS_READ: { value: 'accounts:read', description: 'Read accounts, entitlements and wallets.' },
    ACCOUNTS_WRITE: {
      value: 'accounts:write',
      description: 'Create, change and archive accounts, and change the licenses that they hold.',
    },
    PLANS_READ: { value: 'plans:read', description: 'Read price plans, rate cards and billable items.' },
    PLANS_WRITE: { value: 'plans:write', description: 'Create, change, finalize and archive price plans and billable items.' },
    SCHEDULES_READ: { value: 'schedules:read', description: 'Read the timelines and drafts of accounts.' },
    SCHEDULES_WRITE: { value: 'schedules:write', description: "Edit accounts' drafts, and prepare changes of their active timelines." },
    SCHEDULES_FINALIZE: {
      value: 'schedules:finalize',
      description: "Change accounts' active timelines: finalize drafts, associate plans at once, and start migrations.",
    },
    PROPOSALS_READ: { value: 'proposals:read', description: 'Read proposals and purchases.' },
    PROPOSALS_WRITE: {
      value: 'proposals:write',
      description: 'Create proposals and purchases, and report the outcome of their payment, which applies them.',
    },
    PROPOSALS_DECIDE: {
      value: 'proposals:decide',
      description: 'Approve and decline proposals. An approval applies the proposal, which can change the active timeline.',
    },
    TOKENS_MANAGE: { value: 'tokens:manage', description: 'Read, create and revoke API tokens.' },
    TOKENS_DELEGATE: { value: 'tokens:delegate', description: 'Create delegate tokens, which give a browser access to single accounts.' },
    EVENTS_READ: {
      value: 'events:read',
      description: 'Read the events of the organization: those of the kinds that the other scopes cover.',
    },
    AUDIT_READ: {
      value: 'audit:read',
      description: 'Read the audit log, with values before and after each change, whatever the other scopes are.',
    },
    WEBHOOKS_MANAGE: { value: 'webhooks:manage', description: 'Read, create, change and delete webhooks, and request deliveries.' },
    DATA_ERASE: { value: 'data:erase', description: 'Erase the personal data of customers, for good.' },
  } satisfies { readonly [S in Scope as ScopeName<S>]: { readonly value: S; readonly description: string } },
});

const ApiToken = builder.drizzleNode('apiTokens', {
  name: 'ApiToken',
  description: 'A token that acts for the organization within its scopes. Its secret is shown once, when it is created.',
  ...requires('tokens:manage'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    apiTokenId: t.exposeString('id', { description: 'The generated id, which the audit log names as `actor`.' }),
    name: t.exposeString('name', { description: 'Name of the token: what it is used for.' }),
    prefix: t.exposeString('prefix', { description: 'First characters of the token, to recognize it by.' }),
    scopes: t.field({
      type: [ScopeEnum],
      description: 'Scopes of the token. They never change.',
      select: { columns: { scopes: true } },
      resolve: ({ scopes }) => SCOPES.filter((scope) => scopes.includes(scope)),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the token was created.' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'First instant at which the token is no longer valid. `null`: valid until it is revoked.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the token was revoked. `null`: it was not revoked.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the token was last used, accurate to an hour. `null`: never.',
      ...changesUnseen(),
    }),
  }),
});

const ApiTokenConnection = connectionOf('ApiToken', ApiToken);

builder.queryField('apiTokens', (t) =>
  t.countedConnection(
    {
      type: ApiToken,
      description: 'Returns the API tokens, newest first, including revoked and expired ones.',
      totalCount: (_root, _args, { store }) => store.count('apiTokens', {}),
      resolve: (query, _root, _args, { store }) => {
        return store.db.query.apiTokens.findMany(query({ columns: { id: true }, orderBy: { id: 'desc' } }));
      },
    },
    ApiTokenConnection,
  ),
);

const target = (description: string) => ({ type: ApiToken, typeName: 'ApiToken', table: 'apiTokens' as const, description });

mutation(createApiToken, {
  description:
    'Creates an API token. It has no scope that the creating token lacks. A replay returns the token without its secret, which is not stored: if the first answer was lost, revoke the token and create another.',
  input: builder.inputType('CreateApiTokenInput', {
    description: 'The token to create.',
    fields: (t) => ({
      name: t.string({ required: true, description: 'Name of the token, 1 to 100 characters: what it is used for.' }),
      scopes: t.field({
        type: [ScopeEnum],
        required: true,
        description: 'Scopes of the token. Minimum one; the creating token must have each of them. They cannot be changed later.',
      }),
      expiresAt: t.field({
        type: 'DateTime',
        description:
          'First instant at which the token is no longer valid, in the future. Omit for a token that is valid until it is revoked.',
      }),
    }),
  }),
  payload: {
    apiToken: one(target('The token. `null` when the change was refused.'), (changed) => changed.apiToken),
    secret: decided(
      {
        type: 'String',
        description:
          'The secret, to send as `Authorization: Bearer <secret>`. It is returned only once. `null` when the change was refused, and on a replay.',
      },
      (changed) => changed.secret,
    ),
  },
});

mutation(revokeApiToken, {
  description:
    'Revokes an API token, which may be the calling one. From then on it cannot write, and within 30 seconds it cannot read. Revoking it again changes nothing.',
  input: builder.inputType('RevokeApiTokenInput', {
    description: 'The token to revoke.',
    fields: (t) => ({ apiTokenId: t.string({ required: true, description: 'The generated id.' }) }),
  }),
  payload: { apiToken: one(target('The token. `null` when the change was refused.'), (changed) => changed.apiToken) },
});
