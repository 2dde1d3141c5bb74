import { notFound, precondition } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { webhookById } from '../../store/webhooks.ts';

type Webhook = NonNullable<Awaited<ReturnType<typeof webhookById>>>;

/** Returns the endpoint, or refuses with NOT_FOUND. */
export function requireWebhook(webhook: Webhook | undefined, id: string): Result<Webhook> {
  return webhook ? ok(webhook) : refuse(notFound('webhook', id, ['webhookId']));
}

/** Returns the endpoint, or refuses with NOT_FOUND, or with WEBHOOK_DISABLED if it is disabled. */
export function requireActiveWebhook(webhook: Webhook | undefined, id: string): Result<Webhook> {
  const found = requireWebhook(webhook, id);
  if (!found.ok || found.value.status === 'ACTIVE') return found;
  return refuse(precondition('WEBHOOK_DISABLED', `The webhook "${id}" is disabled. Enable it by \`updateWebhook\` first.`, ['webhookId']));
}
