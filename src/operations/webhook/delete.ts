import { ok, type Result } from '../../domain/result.ts';
import { deleteWebhookRow, webhookById, webhookIsAt } from '../../store/webhooks.ts';
import { operation } from '../operation.ts';
import { requireWebhook } from './require.ts';

export interface NamedWebhook {
  readonly webhookId: string;
}

/** Deletes an endpoint with what is recorded of its deliveries. */
export const deleteWebhook = operation({
  name: 'deleteWebhook',
  scope: 'webhooks:manage',
  async decide({ webhookId }: NamedWebhook, work): Promise<Result<{ deletedWebhookId: string }>> {
    const { store, unit } = work;
    const found = requireWebhook(await webhookById(store, webhookId), webhookId);
    if (!found.ok) return found;
    const { id, revision, sponsorId, url, document, kinds, accountId } = found.value;
    unit.guard(webhookIsAt(store, { id, revision }), revision);
    unit.write(...deleteWebhookRow(store, id));
    work.audit({ subjectId: id, entities: [id], before: { id, sponsorId, url, document, kinds, accountId }, after: null });
    return ok({ deletedWebhookId: id });
  },
});
