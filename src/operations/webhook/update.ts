import { contentEquals } from '../../domain/content-text.ts';
import { ok, type Result } from '../../domain/result.ts';
import { requireRevision } from '../../domain/revision.ts';
import type { DisabledReason, WebhookStatus } from '../../domain/webhook/webhook.ts';
import { hurryDeliveries, updateWebhookRow, webhookById, webhookIsAt } from '../../store/webhooks.ts';
import { operation } from '../operation.ts';
import { requireWebhook } from './require.ts';
import { accountNamed, type EventConditionsInput, NAMES_ACCOUNT, namesAccount, parseTerms } from './terms.ts';

export interface UpdateWebhookInput {
  readonly webhookId: string;
  readonly url?: string | null | undefined;
  readonly document?: string | null | undefined;
  /** `null`: every event. */
  readonly where?: EventConditionsInput | null | undefined;
  readonly isEnabled?: boolean | null | undefined;
  readonly expectedRevision?: number | null | undefined;
}

/**
 * Changes, disables or enables an endpoint. The calling token answers for it from then on, and the next attempt is due at once. A run that
 * delivers to it loses its lease: it would go on by the earlier terms.
 */
export const updateWebhook = operation({
  name: 'updateWebhook',
  scope: 'webhooks:manage',
  alsoRequires: [{ scope: 'events:read' }, { scope: 'accounts:read', condition: { when: NAMES_ACCOUNT, holds: namesAccount } }],
  async decide({ webhookId, ...input }: UpdateWebhookInput, work): Promise<Result<{ webhook: string }>> {
    const { store, unit, actor, now } = work;
    const [row, account] = await Promise.all([webhookById(store, webhookId), accountNamed(work, input.where)]);
    const found = requireWebhook(row, webhookId);
    if (!found.ok) return found;
    const { id, revision, sponsorId, url, document, kinds, accountId, status, disabledReason, failures, nextAttemptAt } = found.value;
    const current = requireRevision('webhook', input.expectedRevision ?? null, revision);
    if (!current.ok) return current;
    const parsed = parseTerms(work, { url: input.url ?? url, document: input.document ?? document, where: input.where ?? null }, account);
    if (!parsed.ok) return parsed;
    const terms = input.where === undefined ? { ...parsed.value, kinds, accountId } : parsed.value;
    const before = { id, sponsorId, url, document, kinds, accountId, status, disabledReason };
    const changes = { sponsorId: actor.id, ...terms, ...stateAfter(input, found.value) };
    const after = { id, ...changes };
    const isRetried = input.isEnabled === true && nextAttemptAt !== null;
    if (!isRetried && contentEquals({ ...before, sponsorId: null }, { ...after, sponsorId: null })) return ok({ webhook: id });
    unit.guard(webhookIsAt(store, { id, revision }), revision);
    unit.write(
      updateWebhookRow(store, id, {
        // Without the id: SQLite looks for all deliveries of an endpoint whose id is set, even to what it is.
        ...changes,
        ...AT_ONCE,
        revision: revision + 1,
        updatedAt: now,
      }),
    );
    if (nextAttemptAt !== null) unit.write(hurryDeliveries(store, id));
    work.audit({ subjectId: id, entities: [id], before: { ...before, failures }, after: { ...after, failures: 0 } });
    return ok({ webhook: id });
  },
});

const AT_ONCE = { failures: 0, nextAttemptAt: null, leaseId: null, leaseUntil: null } as const;

interface State {
  readonly status: WebhookStatus;
  readonly disabledReason: DisabledReason | null;
}

/** Disabling what is disabled keeps the reason. */
function stateAfter({ isEnabled }: Pick<UpdateWebhookInput, 'isEnabled'>, { status, disabledReason }: State): State {
  if (isEnabled === true) return { status: 'ACTIVE', disabledReason: null };
  if (isEnabled === false && status === 'ACTIVE') return { status: 'DISABLED', disabledReason: 'BY_CALLER' };
  return { status, disabledReason };
}
