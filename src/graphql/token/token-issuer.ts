import type { DelegateAccess } from '../../domain/token/delegate-token.ts';
import { audienceOf } from '../../domain/token/token-issuer.ts';
import { registerTokenIssuer } from '../../operations/token-issuer/register.ts';
import { removeTokenIssuer } from '../../operations/token-issuer/remove.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { mutation, one } from '../payload.ts';
import { DelegateAccessEnum } from './delegate-token.ts';
import { ISSUER, KEY_SET, KEY_SET_ADDRESS } from './issuer-descriptions.ts';

const TokenIssuer = builder.drizzleNode('tokenIssuers', {
  name: 'TokenIssuer',
  description:
    'An identity provider that may issue delegate tokens. Its tokens are JWTs that are valid for a maximum of one hour and have the claims `iss`, `aud`, `sub`, `iat`, `exp`, `accountIds` (1 to 5 accounts of one customer) and `access`.',
  ...requires('tokens:manage'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    tokenIssuerId: t.exposeString('id', { description: 'The generated id, which the audit log names as `actor`.' }),
    issuer: t.exposeString('issuer', { description: ISSUER.issuer }),
    audience: t.string({
      description: ISSUER.audience,
      select: { columns: { orgId: true, id: true } },
      resolve: audienceOf,
    }),
    jwks: t.expose('jwks', {
      type: 'JSON',
      nullable: true,
      description: ISSUER.jwks,
    }),
    jwksUri: t.exposeString('jwksUri', {
      nullable: true,
      description: ISSUER.jwksUri,
    }),
    access: t.field({
      type: DelegateAccessEnum,
      description: 'Maximum access of its tokens.',
      select: { columns: { scopes: true } },
      resolve: ({ scopes }): DelegateAccess => (scopes.includes('proposals:decide') ? 'DECIDE_PROPOSALS' : 'READ'),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: ISSUER.createdAt }),
    removedAt: t.expose('removedAt', {
      type: 'DateTime',
      nullable: true,
      description: ISSUER.removedAt,
    }),
  }),
});

const TokenIssuerConnection = connectionOf('TokenIssuer', TokenIssuer);

builder.queryField('tokenIssuers', (t) =>
  t.countedConnection(
    {
      type: TokenIssuer,
      description: 'Returns the token issuers, newest first, including removed ones.',
      totalCount: (_root, _args, { store }) => store.count('tokenIssuers', {}),
      resolve: (query, _root, _args, { store }) => {
        return store.db.query.tokenIssuers.findMany(query({ columns: { id: true }, orderBy: { id: 'desc' } }));
      },
    },
    TokenIssuerConnection,
  ),
);

const tokenIssuer = one<{ readonly tokenIssuer: string }>(
  { type: TokenIssuer, typeName: 'TokenIssuer', table: 'tokenIssuers', description: 'The issuer. `null` when the change was refused.' },
  (changed) => changed.tokenIssuer,
);

mutation(registerTokenIssuer, {
  description:
    'Registers an identity provider that may issue delegate tokens. Its tokens can do what tokens of `createDelegateToken` can, and never more than the token that registers the issuer.',
  input: builder.inputType('RegisterTokenIssuerInput', {
    description: 'The issuer and its keys. Give either `jwks` or `jwksUri`.',
    fields: (t) => ({
      issuer: t.string({ required: true, description: 'The `iss` claim of its tokens, 1 to 255 characters.' }),
      jwks: t.field({
        type: 'JSON',
        description: `${KEY_SET} Omit when \`jwksUri\` is given.`,
      }),
      jwksUri: t.string({
        description: `${KEY_SET_ADDRESS} Omit when \`jwks\` is given.`,
      }),
      access: t.field({ type: DelegateAccessEnum, required: true, description: 'Maximum access of its tokens.' }),
    }),
  }),
  payload: { tokenIssuer },
});

mutation(removeTokenIssuer, {
  description:
    'Removes a token issuer. From then on its tokens cannot write, and within 30 seconds they cannot read. Removing it again changes nothing.',
  input: builder.inputType('RemoveTokenIssuerInput', {
    description: 'The issuer to remove.',
    fields: (t) => ({ tokenIssuerId: t.string({ required: true, description: 'The generated id.' }) }),
  }),
  payload: { tokenIssuer },
});
