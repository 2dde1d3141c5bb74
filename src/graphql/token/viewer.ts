import { type Actor, personOf } from '../../operations/context.ts';
import { SCOPES } from '../../operations/scope.ts';
import { organization } from '../../store/organizations.ts';
import { builder } from '../builder.ts';
import { COMPUTED_FROM, LIMITS } from '../limits.ts';
import { ScopeEnum } from './api-token.ts';
import { DelegateAccessEnum } from './delegate-token.ts';
import { RateLimit } from './rate-limit.ts';

interface Organization {
  readonly name: string;
  readonly baseCurrency: string;
}

const OrganizationType = builder.objectRef<Organization>('Organization').implement({
  description: 'The organization that a token belongs to.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the organization.' }),
    baseCurrency: t.expose('baseCurrency', {
      type: 'CurrencyCode',
      description: 'Invoice currency of an account that names none.',
    }),
  }),
});

const ViewerActor = builder.objectRef<Actor>('ViewerActor').implement({
  description: 'Who calls, as the audit log names it.',
  fields: (t) => ({
    actor: t.exposeString('id', { description: 'Id of the API token, the token issuer or the staff issuer.' }),
    delegate: t.string({
      nullable: true,
      description: 'Id of the delegate, or of the person of a staff issuer. `null`: the API token itself calls.',
      resolve: personOf,
    }),
  }),
});

const Viewer = builder.objectRef<Actor>('Viewer').implement({
  description: 'The caller: its organization, and what its token may do.',
  fields: (t) => ({
    actor: t.field({ type: ViewerActor, description: 'Who calls.', resolve: (actor) => actor }),
    organization: t.field({
      type: OrganizationType,
      nullable: true,
      description: 'The organization. `null` for a delegate, who sees nothing of it.',
      computedFrom: COMPUTED_FROM.row,
      resolve: async (actor, _args, { store }) => (actor.delegate ? null : ((await organization(store)) ?? null)),
    }),
    scopes: t.field({
      type: [ScopeEnum],
      description: 'Scopes of the caller. Each field and mutation names those that it requires.',
      resolve: ({ scopes }) => SCOPES.filter((scope) => scopes.has(scope)),
    }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the token expires. `null`: never.',
      resolve: ({ expiresAt }) => expiresAt,
    }),
    access: t.field({
      type: DelegateAccessEnum,
      nullable: true,
      description: 'What a delegate can do with its accounts. `null`: the caller is no delegate.',
      resolve: ({ delegate }) => delegate?.access ?? null,
    }),
    rateLimit: t.field({ type: RateLimit, description: 'Rate limit of the caller.', resolve: () => LIMITS.rate }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    description: 'Returns who calls, and what the token may do. Requires no scope, so that a page can ask it first.',
    resolve: (_root, _args, { actor }) => actor,
  }),
);
