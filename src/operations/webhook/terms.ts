import { type EventKind, inOrder } from '../../domain/event.ts';
import { fields } from '../../domain/fields.ts';
import { invalid, notFound, precondition } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { parseWebhookUrl, type WebhookTerms } from '../../domain/webhook/webhook.ts';
import { accountById } from '../../store/accounts.ts';
import type { Context } from '../context.ts';
import { visibleKinds } from '../event-kinds.ts';

/** Which events an endpoint is told of. An omitted condition matches every event. */
export interface EventConditionsInput {
  readonly kinds?: readonly EventKind[] | null | undefined;
  /** The caller's own id of the account. */
  readonly accountId?: string | null | undefined;
}

export interface WebhookTermsInput {
  readonly url: string;
  readonly document: string;
  readonly where: EventConditionsInput | null;
}

/** Whether an input names an account, which the caller must then be able to read. */
export const namesAccount = ({ where }: { readonly where?: EventConditionsInput | null | undefined }): boolean => where?.accountId != null;

export const NAMES_ACCOUNT = 'if `where.accountId` is given';

/** The account that the conditions name, to be read together with what else the decision needs. */
export const accountNamed = ({ store }: Context, where: EventConditionsInput | null | undefined) =>
  accountById(store, where?.accountId ?? '');

type NamedAccount = Awaited<ReturnType<typeof accountNamed>>;

/** Parses what an endpoint is told of and where. The document is checked with the caller's scopes, since payloads are read with them. */
export function parseTerms({ webhooks, actor }: Context, input: WebhookTermsInput, account: NamedAccount): Result<WebhookTerms> {
  const document = webhooks.checkDocument(input.document);
  return fields<WebhookTerms>(
    {
      url: parseWebhookUrl(input.url, webhooks.rules),
      document: document.ok ? ok(input.document) : document,
      kinds: parseKinds(input.where, actor),
      accountId: requireNamed(input.where, account),
    },
    { kinds: ['where', 'kinds'], accountId: ['where'] },
  );
}

/** Refuses kinds of which no event could be delivered. */
function parseKinds(where: EventConditionsInput | null, { scopes }: Context['actor']): Result<readonly EventKind[] | null> {
  if (where?.kinds == null) return ok(null);
  if (where.kinds.length === 0) return refuse(invalid('Must have at least one kind. Omit it for all kinds.'));
  const visible = visibleKinds(scopes);
  if (visible !== null && !where.kinds.some((kind) => visible.includes(kind)))
    return refuse(invalid('The token covers no event of these kinds: each requires the scope that reads what changed.'));
  return ok([...inOrder(where.kinds)]);
}

function requireNamed(where: EventConditionsInput | null, account: NamedAccount): Result<string | null> {
  if (where?.accountId == null) return ok(null);
  return account ? ok(account.id) : refuse(notFound('account', where.accountId, ['accountId']));
}

/** The refusal of a deployment without a key to derive secrets from. */
export const unavailable = precondition(
  'WEBHOOKS_UNAVAILABLE',
  'This deployment cannot deliver events: the Worker needs a `WEBHOOK_SECRET` of at least 32 bytes.',
);
