import type { EntitlementGrant } from '../domain/purchase/effect.ts';
import { type ProposalPreview, previewApproval } from '../operations/proposal/preview.ts';
import { WITH_EFFECT } from '../store/purchases.ts';
import { builder } from './builder.ts';
import { UserError } from './errors.ts';
import { MoneyType } from './money.ts';
import { Proposal } from './proposal.ts';
import { ScheduleOutlineChange } from './schedule-outline.ts';
import { requires } from './scopes.ts';

const PlannedEntitlement = builder.objectRef<EntitlementGrant>('PlannedEntitlement').implement({
  description: 'Credits of a feature that would be granted.',
  fields: (t) => ({
    featureId: t.exposeString('featureId', { description: 'Generated id of the feature.' }),
    creditsGranted: t.expose('credits', { type: 'Decimal', description: 'How many.' }),
    effectiveFrom: t.field({ type: 'Date', description: 'The first day they can be used.', resolve: ({ period }) => period.start }),
    effectiveUntil: t.field({ type: 'Date', description: 'The first day they no longer can.', resolve: ({ period }) => period.end }),
  }),
});

const ProposalPreviewType = builder.objectRef<ProposalPreview>('ProposalPreview').implement({
  description: 'What an approval would make of the account now. Where it would be refused, `refusals` says why and the rest is empty.',
  ...requires('accounts:read', 'plans:read', 'schedules:read'),
  fields: (t) => ({
    changes: t.field({
      type: [ScheduleOutlineChange],
      description: 'What would change in the active timeline, in order of the days at stake.',
      resolve: ({ changes }) => [...changes],
    }),
    entitlements: t.field({
      type: [PlannedEntitlement],
      description: 'The credits that would be granted.',
      resolve: ({ grants }) => [...grants],
    }),
    walletCredit: t.expose('walletCredit', {
      type: MoneyType,
      nullable: true,
      description: 'What would be put into the wallet; null: nothing.',
    }),
    refusals: t.field({
      type: [UserError],
      description: 'Why an approval would be refused now, as it would be told; empty: it would be accepted.',
      resolve: ({ refusals }) => [...refusals],
    }),
  }),
});

builder.drizzleObjectField(Proposal, 'preview', (t) =>
  t.field({
    type: ProposalPreviewType,
    description:
      'What an approval would make now, by the same decision; nothing is written. A prepaid proposal changes nothing until it is paid, an approved one nothing any more.',
    select: WITH_EFFECT,
    resolve: (proposal, _args, context) => previewApproval(context, proposal),
  }),
);
