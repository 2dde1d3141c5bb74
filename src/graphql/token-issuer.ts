import type { DelegateAccess } from '../domain/delegate-token.ts';
import { audienceOf } from '../domain/token-issuer.ts';
import { registerTokenIssuer } from '../operations/token-issuer/register.ts';
import { removeTokenIssuer } from '../operations/token-issuer/remove.ts';
import { builder } from './builder.ts';
import { DelegateAccessEnum } from './delegate-token.ts';
import { mutation, one } from './payload.ts';
import { requires } from './scopes.ts';

const TokenIssuer = builder.drizzleNode('tokenIssuers', {
  name: 'TokenIssuer',
  description:
    'Who besides the API may issue delegate tokens: JWTs of at most an hour that say `iss`, `aud`, `sub`, `iat`, `exp`, and as claims of their own `accountIds` (1 to 5 of one customer) and `access`.',
  ...requires('tokens:manage'),
  id: { column: (table) => table.id, description: 'Opaque global id.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    tokenIssuerId: t.exposeString('id', { description: 'The generated id: what the audit log names as `actor`.' }),
    issuer: t.exposeString('issuer', { description: 'What its tokens say as `iss`, letter by letter.' }),
    audience: t.string({
      description: 'What its tokens say as `aud`: this registration, and no other of any organization.',
      select: { columns: { orgId: true, id: true } },
      resolve: audienceOf,
    }),
    jwks: t.expose('jwks', { type: 'JSON', nullable: true, description: 'Its public keys (RFC 7517); null: they are at `jwksUri`.' }),
    jwksUri: t.exposeString('jwksUri', {
      nullable: true,
      description: 'Where it publishes its keys, which are taken from there again every 10 minutes; null: they are in `jwks`.',
    }),
    access: t.field({
      type: DelegateAccessEnum,
      description: 'What its tokens may do at most.',
      select: { columns: { scopes: true } },
      resolve: ({ scopes }): DelegateAccess => (scopes.includes('proposals:decide') ? 'DECIDE_PROPOSALS' : 'READ'),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was registered.' }),
    removedAt: t.expose('removedAt', { type: 'DateTime', nullable: true, description: 'When it was removed; null: it was not.' }),
  }),
});

builder.queryField('tokenIssuers', (t) =>
  t.drizzleConnection(
    {
      type: TokenIssuer,
      description: 'Token issuers, the newest first; removed ones as well.',
      resolve: (query, _root, _args, { store }) =>
        store.db.query.tokenIssuers.findMany(query({ columns: { id: true }, orderBy: { id: 'desc' } })),
    },
    { name: 'TokenIssuerConnection' },
    { name: 'TokenIssuerEdge' },
  ),
);

const tokenIssuer = one<{ readonly tokenIssuer: string }>(
  { type: TokenIssuer, typeName: 'TokenIssuer', table: 'tokenIssuers', description: 'The issuer.' },
  (changed) => changed.tokenIssuer,
);

mutation(registerTokenIssuer, {
  description:
    'Lets an identity provider of the organization issue delegate tokens. They are good for what `createDelegateToken` makes tokens for, and can do no more than the token that registers it may.',
  input: builder.inputType('RegisterTokenIssuerInput', {
    description: 'Who issues, and by which keys its tokens are known. One of `jwks` and `jwksUri` is given.',
    fields: (t) => ({
      issuer: t.string({ required: true, description: 'What its tokens say as `iss`, 1 to 255 characters.' }),
      jwks: t.field({
        type: 'JSON',
        description:
          'Its public keys as a JSON Web Key Set: 1 to 10, each with a `kid`, of RSA (2,048 to 8,192 bits, exponent 65,537 or more), P-256, P-384, P-521 or Ed25519. A key without `alg` signs with RS256, ES256, ES384, ES512 or EdDSA.',
      }),
      jwksUri: t.string({ description: 'Where it publishes them: an `https` address of a public host. Redirects are not followed.' }),
      access: t.field({ type: DelegateAccessEnum, required: true, description: 'What its tokens may do at most.' }),
    }),
  }),
  payload: { tokenIssuer },
});

mutation(removeTokenIssuer, {
  description:
    'Removes a token issuer. From that instant on its tokens write nothing, and within 30 seconds they read nothing. Removing it again changes nothing.',
  input: builder.inputType('RemoveTokenIssuerInput', {
    description: 'The issuer to remove.',
    fields: (t) => ({ tokenIssuerId: t.string({ required: true, description: 'The generated id.' }) }),
  }),
  payload: { tokenIssuer },
});
