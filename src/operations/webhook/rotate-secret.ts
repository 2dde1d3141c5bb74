import { ok, type Result, refuse } from '../../domain/result.ts';
import { secretOf } from '../../domain/webhook/webhook.ts';
import { updateWebhookRow, webhookById, webhookIsAt } from '../../store/webhooks.ts';
import { operation } from '../operation.ts';
import type { NamedWebhook } from './delete.ts';
import { requireWebhook } from './require.ts';
import { unavailable } from './terms.ts';

/** Replaces the secret of an endpoint. The earlier one signs beside it for 24 hours. The secret is shown once. */
export const rotateWebhookSecret = operation({
  name: 'rotateWebhookSecret',
  scope: 'webhooks:manage',
  async decide({ webhookId }: NamedWebhook, work): Promise<Result<{ webhook: string; secret: string | null }>> {
    const { store, unit, now, webhooks } = work;
    const found = requireWebhook(await webhookById(store, webhookId), webhookId);
    if (!found.ok) return found;
    if (!webhooks.key) return refuse(unavailable);
    const { id, revision, secretVersion, rotatedAt } = found.value;
    const after = { secretVersion: secretVersion + 1, rotatedAt: now };
    unit.guard(webhookIsAt(store, { id, revision }), revision);
    unit.write(updateWebhookRow(store, id, { ...after, revision: revision + 1, updatedAt: now }));
    work.audit({ subjectId: id, entities: [id], before: { id, secretVersion, rotatedAt }, after: { id, ...after } });
    return ok({ webhook: id, secret: secretOf(webhooks.key, { orgId: store.orgId, webhookId: id, version: after.secretVersion }) });
  },
  forReplay: (changed) => ({ ...changed, secret: null }),
});
