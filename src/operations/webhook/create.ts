import { precondition } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { MAX_WEBHOOKS, secretOf } from '../../domain/webhook/webhook.ts';
import { hasRoomForWebhook, insertWebhook, webhookIds } from '../../store/webhooks.ts';
import { operation } from '../operation.ts';
import { accountNamed, type EventConditionsInput, NAMES_ACCOUNT, namesAccount, parseTerms, unavailable } from './terms.ts';

export interface CreateWebhookInput {
  readonly url: string;
  readonly document: string;
  readonly where?: EventConditionsInput | null | undefined;
}

interface CreatedWebhook {
  readonly webhook: string;
  /** `null` in a replay. */
  readonly secret: string | null;
}

/** Creates an endpoint that receives the events from now on. The secret is shown once. */
export const createWebhook = operation({
  name: 'createWebhook',
  scope: 'webhooks:manage',
  alsoRequires: [{ scope: 'events:read' }, { scope: 'accounts:read', condition: { when: NAMES_ACCOUNT, holds: namesAccount } }],
  async decide(input: CreateWebhookInput, work): Promise<Result<CreatedWebhook>> {
    const { store, unit, actor, now, webhooks } = work;
    const [existing, account] = await Promise.all([webhookIds(store), accountNamed(work, input.where)]);
    if (!webhooks.key) return refuse(unavailable);
    const terms = parseTerms(work, { ...input, where: input.where ?? null }, account);
    if (!terms.ok) return terms;
    if (existing.length >= MAX_WEBHOOKS)
      return refuse(precondition('LIMIT_EXCEEDED', `An organization has at most ${MAX_WEBHOOKS} webhooks. Delete one first.`));
    const row = {
      ...terms.value,
      id: work.newId('whk'),
      sponsorId: actor.id,
      status: 'ACTIVE',
      secretVersion: 1,
      revision: 1,
      createdAt: now,
      updatedAt: now,
    } as const;
    unit.guard(hasRoomForWebhook(store));
    unit.write(insertWebhook(store, row));
    work.audit({ subjectId: row.id, entities: [row.id], before: null, after: row });
    const secret = secretOf(webhooks.key, { orgId: store.orgId, webhookId: row.id, version: 1 });
    return ok({ webhook: row.id, secret });
  },
  forReplay: (changed) => ({ ...changed, secret: null }),
});
