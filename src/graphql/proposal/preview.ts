import type { EntitlementGrant } from '../../domain/purchase/effect.ts';
import type { LicenseUpdate } from '../../domain/schedule/license-update.ts';
import { type ProposalPreview, previewApproval } from '../../operations/proposal/preview.ts';
import { withEffectOn } from '../../store/purchases.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { UserError, underInput } from '../errors.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { MoneyType } from '../money.ts';
import { ScheduleOutlineChange } from '../schedule/outline.ts';
import { Proposal } from './type.ts';

const PlannedEntitlement = builder.objectRef<EntitlementGrant>('PlannedEntitlement').implement({
  description: 'Credits of a feature that an approval would grant.',
  fields: (t) => ({
    featureId: t.exposeString('featureId', { description: 'Generated id of the feature.' }),
    creditsGranted: t.expose('credits', { type: 'Decimal', description: 'Number of credits.' }),
    effectiveFrom: t.field({
      type: 'Date',
      description: 'First day on which the credits can be used.',
      resolve: ({ period }) => period.start,
    }),
    effectiveUntil: t.field({
      type: 'Date',
      description: 'First day on which the credits can no longer be used.',
      resolve: ({ period }) => period.end,
    }),
  }),
});

const PlannedLicenses = builder.objectRef<LicenseUpdate>('PlannedLicenses').implement({
  description: 'Licenses that the account would hold after an approval, whatever number it held before.',
  fields: (t) => ({
    licenseId: t.exposeString('licenseId', { description: 'Generated id of the license.' }),
    quantity: t.expose('quantity', { type: 'Decimal', description: 'Number of licenses.' }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'DateTime', description: 'Instant from which the account holds them.' }),
  }),
});

const ProposalPreviewType = builder.objectRef<ProposalPreview>('ProposalPreview').implement({
  description: 'What an approval would change now. If it would be refused, `refusals` has the reasons and the other fields are empty.',
  ...requires('accounts:read', 'plans:read', 'schedules:read'),
  fields: (t) => ({
    changes: t.field({
      type: [ScheduleOutlineChange],
      description: 'Changes of the active timeline, in order of their days.',
      resolve: ({ changes }) => [...changes],
    }),
    licenses: t.field({
      type: [PlannedLicenses],
      description: 'Numbers of licenses that would be recorded: those that are bought with an association.',
      resolve: ({ licenses }) => [...licenses],
    }),
    entitlements: t.field({
      type: [PlannedEntitlement],
      description: 'Credits that would be granted.',
      resolve: ({ grants }) => [...grants],
    }),
    walletCredit: t.expose('walletCredit', {
      type: MoneyType,
      nullable: true,
      description: 'Amount that would be credited to the wallet. `null`: nothing.',
    }),
    refusals: t.field({
      type: [UserError],
      description: 'Reasons why an approval would be refused now. Empty: it would be accepted.',
      resolve: ({ refusals }) => [...underInput(refusals)],
    }),
  }),
});

builder.drizzleObjectField(Proposal, 'preview', (t) =>
  t.field({
    type: ProposalPreviewType,
    computedFrom: COMPUTED_FROM.timeline,
    description:
      'What an approval would change now, computed by the same rules; nothing is written. A prepaid proposal changes nothing until it is paid. An approved proposal changes nothing more.',
    select: (_args, { today }) => withEffectOn(today),
    resolve: (proposal, _args, context) => previewApproval(context, proposal),
  }),
);
