import type { StaffTokenType } from '../../domain/token/staff-issuer.ts';
import { audienceOf } from '../../domain/token/token-issuer.ts';
import { SCOPES } from '../../operations/scope.ts';
import { registerStaffIssuer } from '../../operations/staff-issuer/register.ts';
import { removeStaffIssuer } from '../../operations/staff-issuer/remove.ts';
import { updateStaffIssuer } from '../../operations/staff-issuer/update.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { describedEnum } from '../enums.ts';
import { mutation, one } from '../payload.ts';
import { ScopeEnum } from './api-token.ts';
import { ISSUER, KEY_SET, KEY_SET_ADDRESS } from './issuer-descriptions.ts';
import { StaffRevocation, StaffRevocationConnection } from './staff-revocation.ts';

const StaffTokenTypeEnum = builder.enumType('StaffTokenType', {
  description: 'How an identity provider marks its access tokens, which tells them from ID tokens.',
  values: describedEnum({
    AT_JWT: 'The header `typ` is `at+jwt` (RFC 9068).',
    JWT: 'The header `typ` is `JWT` or missing. A token must have a claim `scope` or `scp`, and none of `nonce`, `at_hash`, `c_hash` and `s_hash`, which ID tokens have.',
  } satisfies Record<StaffTokenType, string>),
});

const StaffRole = builder.objectRef<{ readonly role: string; readonly scopes: readonly string[] }>('StaffRole').implement({
  description: 'A role at the identity provider, and what it allows here.',
  ...requires('tokens:manage'),
  fields: (t) => ({
    role: t.exposeString('role', { description: 'Value of the claim. Case matters.' }),
    scopes: t.field({
      type: [ScopeEnum],
      description: 'Scopes of people with the role.',
      resolve: ({ scopes }) => SCOPES.filter((scope) => scopes.includes(scope)),
    }),
  }),
});

const StaffIssuer = builder.drizzleNode('staffIssuers', {
  name: 'StaffIssuer',
  description:
    "An identity provider that signs the organization's own people in. Its access tokens are JWTs that are valid for a maximum of one hour and have the claims `iss`, `aud`, `sub`, `iat`, `exp` and the claim with the roles. A person has the scopes of the roles, as far as the API token that answers for the issuer has them, and never a scope of tokens. A person without a scope gets 401.",
  ...requires('tokens:manage'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    staffIssuerId: t.exposeString('id', { description: 'The generated id, which the audit log names as `actor`.' }),
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
    tokenType: t.expose('tokenType', { type: StaffTokenTypeEnum, description: 'How its access tokens are marked.' }),
    claim: t.stringList({
      description: 'Names that lead to the claim with the roles, from the outermost on.',
      select: { columns: { claim: true } },
      resolve: ({ claim }) => [...claim],
    }),
    roles: t.field({
      type: [StaffRole],
      description: 'Roles that its tokens can name, with their scopes. Other roles are ignored.',
      select: { columns: { roles: true } },
      resolve: ({ roles }) => [...roles],
    }),
    apiTokenId: t.exposeString('sponsorId', {
      description:
        'Id of the API token that answers for the issuer: the one that registered or last changed it. When that token is revoked or expires, the tokens of the issuer stop working.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: ISSUER.createdAt }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the issuer was last changed.' }),
    removedAt: t.expose('removedAt', {
      type: 'DateTime',
      nullable: true,
      description: ISSUER.removedAt,
    }),
    revocations: t.relatedConnection(
      'revocations',
      {
        type: StaffRevocation,
        totalCount: true,
        description: 'People who were revoked, in the order of their first revocation, newest first. Includes people who were restored.',
        query: { orderBy: { id: 'desc' } },
      },
      StaffRevocationConnection,
    ),
  }),
});

const StaffIssuerConnection = connectionOf('StaffIssuer', StaffIssuer);

builder.queryField('staffIssuers', (t) =>
  t.countedConnection(
    {
      type: StaffIssuer,
      description: 'Returns the staff issuers, newest first, including removed ones.',
      totalCount: (_root, _args, { store }) => store.count('staffIssuers', {}),
      resolve: (query, _root, _args, { store }) => {
        return store.db.query.staffIssuers.findMany(query({ columns: { id: true }, orderBy: { id: 'desc' } }));
      },
    },
    StaffIssuerConnection,
  ),
);

const staffIssuer = one<{ readonly staffIssuer: string }>(
  { type: StaffIssuer, typeName: 'StaffIssuer', table: 'staffIssuers', description: 'The issuer. `null` when the change was refused.' },
  (changed) => changed.staffIssuer,
);

const CLAIM =
  'Names that lead to the claim with the roles, from the outermost on: `["roles"]`, or `["realm_access", "roles"]` for a nested claim. 1 to 5 names of 1 to 255 characters. The claim is a list of texts or one text; in `scope` and `scp`, a text is a list with spaces.';
const ROLES = '1 to 50 roles, each listed once. The calling token must have each of their scopes.';

const StaffRoleInput = builder.inputType('StaffRoleInput', {
  description: 'A role at the identity provider, and what it allows here.',
  fields: (t) => ({
    role: t.string({ required: true, description: 'Value of the claim, 1 to 255 characters. Case matters.' }),
    scopes: t.field({
      type: [ScopeEnum],
      required: true,
      description: 'Scopes of people with the role. Minimum one. `TOKENS_MANAGE` and `TOKENS_DELEGATE` are not allowed.',
    }),
  }),
});

mutation(registerStaffIssuer, {
  description:
    "Registers an identity provider whose access tokens let the organization's own people call the API from a browser. The calling token answers for the issuer: people never have a scope that it lacks, and when it is revoked or expires, their tokens stop working.",
  input: builder.inputType('RegisterStaffIssuerInput', {
    description: 'The issuer, its keys, and what its roles allow. Give either `jwks` or `jwksUri`.',
    fields: (t) => ({
      issuer: t.string({ required: true, description: 'The `iss` claim of its tokens, 1 to 255 characters.' }),
      jwks: t.field({ type: 'JSON', description: `${KEY_SET} Omit when \`jwksUri\` is given.` }),
      jwksUri: t.string({ description: `${KEY_SET_ADDRESS} Omit when \`jwks\` is given.` }),
      tokenType: t.field({ type: StaffTokenTypeEnum, description: 'How its access tokens are marked. Defaults to `AT_JWT`.' }),
      claim: t.stringList({ required: true, description: CLAIM }),
      roles: t.field({ type: [StaffRoleInput], required: true, description: ROLES }),
    }),
  }),
  payload: { staffIssuer },
});

mutation(updateStaffIssuer, {
  description:
    'Changes the keys, the claim or the roles of a staff issuer. Omitted fields keep their values. The calling token answers for the issuer from then on, and must have the scopes of every role. People keep their tokens; a write that began under the earlier roles is refused with 401 and can be sent again.',
  input: builder.inputType('UpdateStaffIssuerInput', {
    description: 'The issuer and what changes.',
    fields: (t) => ({
      staffIssuerId: t.string({ required: true, description: 'The generated id.' }),
      jwks: t.field({ type: 'JSON', description: `${KEY_SET} Replaces the keys and their address. Omit to keep them.` }),
      jwksUri: t.string({ description: `${KEY_SET_ADDRESS} Replaces the keys and their address. Omit to keep them.` }),
      tokenType: t.field({ type: StaffTokenTypeEnum, description: 'How its access tokens are marked. Omit to keep it.' }),
      claim: t.stringList({ description: `${CLAIM} Omit to keep it.` }),
      roles: t.field({ type: [StaffRoleInput], description: `${ROLES} Replaces all roles. Omit to keep them.` }),
    }),
  }),
  payload: { staffIssuer },
});

mutation(removeStaffIssuer, {
  description:
    'Removes a staff issuer. From then on its people cannot write, and within 30 seconds they cannot read. Removing it again changes nothing.',
  input: builder.inputType('RemoveStaffIssuerInput', {
    description: 'The issuer to remove.',
    fields: (t) => ({ staffIssuerId: t.string({ required: true, description: 'The generated id.' }) }),
  }),
  payload: { staffIssuer },
});
