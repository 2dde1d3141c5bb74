import { defineRelations } from 'drizzle-orm';
import { withSlots } from '../engine/drizzle/slot.ts';
import * as tables from './tables/index.ts';
import * as views from './views.ts';

/**
 * The relations of the tables. The key of every relation includes the organization, so that no nested read can leave the tenant.
 */
export const relations = withSlots(
  defineRelations({ ...tables, ...views }, (r) => ({
    customers: {
      accounts: r.many.accounts({
        from: [r.customers.orgId, r.customers.id],
        to: [r.accounts.orgId, r.accounts.customerId],
      }),
    },
    accounts: {
      customer: r.one.customers({
        from: [r.accounts.orgId, r.accounts.customerId],
        to: [r.customers.orgId, r.customers.id],
        optional: false,
      }),
      aliases: r.many.accountAliases({
        from: [r.accounts.orgId, r.accounts.id],
        to: [r.accountAliases.orgId, r.accountAliases.accountId],
      }),
      // The active timeline with its superseded rows. The reader filters by `supersededAt`.
      schedules: r.many.schedules({
        from: [r.accounts.orgId, r.accounts.id],
        to: [r.schedules.orgId, r.schedules.accountId],
        where: { draftId: { isNull: true } },
      }),
      // The same rows under another name, so that a rule's selection does not collide with the document's selection of `schedules`.
      schedulesInForce: r.many.schedules({
        from: [r.accounts.orgId, r.accounts.id],
        to: [r.schedules.orgId, r.schedules.accountId],
        where: { draftId: { isNull: true } },
      }),
      scheduleAt: r.one.schedules({
        from: [r.accounts.orgId, r.accounts.id],
        to: [r.schedules.orgId, r.schedules.accountId],
        where: { draftId: { isNull: true } },
        optional: true,
      }),
      timelineRevisions: r.many.auditEntries({
        from: [r.accounts.orgId, r.accounts.id],
        to: [r.auditEntries.orgId, r.auditEntries.subjectId],
        where: { timelineRevision: { isNotNull: true } },
      }),
      draft: r.one.drafts({
        from: [r.accounts.orgId, r.accounts.id],
        to: [r.drafts.orgId, r.drafts.accountId],
        optional: true,
      }),
      proposals: r.many.purchases({
        from: [r.accounts.orgId, r.accounts.id],
        to: [r.purchases.orgId, r.purchases.accountId],
        where: { isProposal: true },
      }),
      purchases: r.many.purchases({
        from: [r.accounts.orgId, r.accounts.id],
        to: [r.purchases.orgId, r.purchases.accountId],
      }),
      entitlements: r.many.entitlements({
        from: [r.accounts.orgId, r.accounts.id],
        to: [r.entitlements.orgId, r.entitlements.accountId],
      }),
      walletEntries: r.many.walletEntries({
        from: [r.accounts.orgId, r.accounts.id],
        to: [r.walletEntries.orgId, r.walletEntries.accountId],
      }),
      licenseUpdates: r.many.licenseUpdates({
        from: [r.accounts.orgId, r.accounts.id],
        to: [r.licenseUpdates.orgId, r.licenseUpdates.accountId],
      }),
      // All items of the organization, so that a decision about an account can look up items in the same statement. The reader filters by id.
      billableItems: r.many.billableItems({
        from: [r.accounts.orgId],
        to: [r.billableItems.orgId],
      }),
      events: r.many.auditEntries({
        from: [r.accounts.orgId, r.accounts.id],
        to: [r.auditEntries.orgId, r.auditEntries.accountId],
      }),
      activity: r.many.auditEntries({
        from: [r.accounts.orgId, r.accounts.id],
        to: [r.auditEntries.orgId, r.auditEntries.subjectId],
      }),
    },
    drafts: {
      account: r.one.accounts({
        from: [r.drafts.orgId, r.drafts.accountId],
        to: [r.accounts.orgId, r.accounts.id],
        optional: false,
      }),
      schedules: r.many.schedules({
        // The account is part of the key because the index of the timeline has it.
        from: [r.drafts.orgId, r.drafts.accountId, r.drafts.id],
        to: [r.schedules.orgId, r.schedules.accountId, r.schedules.draftId],
        where: { supersededAt: { isNull: true } },
      }),
      activeSchedules: r.many.schedules({
        from: [r.drafts.orgId, r.drafts.accountId],
        to: [r.schedules.orgId, r.schedules.accountId],
        where: { draftId: { isNull: true }, supersededAt: { isNull: true } },
      }),
      // The superseded rows of the active timeline. The reader selects those that the draft started from.
      supersededSchedules: r.many.schedules({
        from: [r.drafts.orgId, r.drafts.accountId],
        to: [r.schedules.orgId, r.schedules.accountId],
        where: { draftId: { isNull: true }, supersededAt: { isNotNull: true } },
      }),
    },
    auditEntries: {
      customer: r.one.customers({
        from: [r.auditEntries.orgId, r.auditEntries.subjectId],
        to: [r.customers.orgId, r.customers.id],
        optional: true,
      }),
      account: r.one.accounts({
        from: [r.auditEntries.orgId, r.auditEntries.accountId],
        to: [r.accounts.orgId, r.accounts.id],
        optional: true,
      }),
      proposal: r.one.purchases({
        from: [r.auditEntries.orgId, r.auditEntries.purchaseId],
        to: [r.purchases.orgId, r.purchases.id],
        where: { isProposal: true },
        optional: true,
      }),
      purchase: r.one.purchases({
        from: [r.auditEntries.orgId, r.auditEntries.purchaseId],
        to: [r.purchases.orgId, r.purchases.id],
        where: { isProposal: false },
        optional: true,
      }),
      plan: r.one.pricePlans({
        from: [r.auditEntries.orgId, r.auditEntries.subjectId],
        to: [r.pricePlans.orgId, r.pricePlans.id],
        optional: true,
      }),
      planVersion: r.one.pricePlanVersions({
        from: [r.auditEntries.orgId, r.auditEntries.planVersionId],
        to: [r.pricePlanVersions.orgId, r.pricePlanVersions.id],
        optional: true,
      }),
      job: r.one.jobs({
        from: [r.auditEntries.orgId, r.auditEntries.jobId],
        to: [r.jobs.orgId, r.jobs.id],
        optional: true,
      }),
      billable: r.one.billableItems({
        from: [r.auditEntries.orgId, r.auditEntries.subjectId],
        to: [r.billableItems.orgId, r.billableItems.id],
        optional: true,
      }),
      // The rows that the entry's timeline revision superseded, and those that it recorded.
      superseded: r.many.schedules({
        // Equal for every row of the revision. It is part of the key because the index of the timeline has it.
        from: [r.auditEntries.orgId, r.auditEntries.subjectId, r.auditEntries.timelineRevision, r.auditEntries.timelineRecordedAt],
        to: [r.schedules.orgId, r.schedules.accountId, r.schedules.supersededRevision, r.schedules.supersededAt],
        where: { draftId: { isNull: true } },
      }),
      recorded: r.many.schedules({
        from: [
          r.auditEntries.orgId.through(r.recordedRows.orgId),
          r.auditEntries.subjectId.through(r.recordedRows.accountId),
          r.auditEntries.timelineRevision.through(r.recordedRows.timelineRevision),
        ],
        to: [r.schedules.orgId.through(r.recordedRows.orgId), r.schedules.id.through(r.recordedRows.rowId)],
        where: { draftId: { isNull: true } },
      }),
    },
    webhooks: {
      sponsor: r.one.apiTokens({
        from: [r.webhooks.orgId, r.webhooks.sponsorId],
        to: [r.apiTokens.orgId, r.apiTokens.id],
        optional: false,
      }),
      deliveries: r.many.webhookDeliveries({
        from: [r.webhooks.orgId, r.webhooks.id],
        to: [r.webhookDeliveries.orgId, r.webhookDeliveries.webhookId],
      }),
    },
    webhookDeliveries: {
      event: r.one.auditEntries({
        from: [r.webhookDeliveries.orgId, r.webhookDeliveries.eventId],
        to: [r.auditEntries.orgId, r.auditEntries.id],
        optional: true,
      }),
    },
    staffIssuers: {
      revocations: r.many.staffRevocations({
        from: [r.staffIssuers.orgId, r.staffIssuers.id],
        to: [r.staffRevocations.orgId, r.staffRevocations.staffIssuerId],
      }),
    },
    schedules: {
      account: r.one.accounts({
        from: [r.schedules.orgId, r.schedules.accountId],
        to: [r.accounts.orgId, r.accounts.id],
        optional: false,
      }),
      planVersion: r.one.pricePlanVersions({
        from: [r.schedules.orgId, r.schedules.planVersionId],
        to: [r.pricePlanVersions.orgId, r.pricePlanVersions.id],
        optional: false,
      }),
      rateCards: r.many.rateCards({
        from: [r.schedules.orgId, r.schedules.rateCardSetId],
        to: [r.rateCards.orgId, r.rateCards.setId],
      }),
    },
    pricePlans: {
      versions: r.many.pricePlanVersions({
        from: [r.pricePlans.orgId, r.pricePlans.id],
        to: [r.pricePlanVersions.orgId, r.pricePlanVersions.pricePlanId],
      }),
      // Every plan has a version. The fields that select this relation order the newest version first.
      latestVersion: r.one.pricePlanVersions({
        from: [r.pricePlans.orgId, r.pricePlans.id],
        to: [r.pricePlanVersions.orgId, r.pricePlanVersions.pricePlanId],
        optional: false,
      }),
      activeVersion: r.one.pricePlanVersions({
        from: [r.pricePlans.orgId, r.pricePlans.id],
        to: [r.pricePlanVersions.orgId, r.pricePlanVersions.pricePlanId],
        where: { status: 'ACTIVE' },
        optional: true,
      }),
      draft: r.one.pricePlanVersions({
        from: [r.pricePlans.orgId, r.pricePlans.id],
        to: [r.pricePlanVersions.orgId, r.pricePlanVersions.pricePlanId],
        where: { status: 'DRAFT' },
        optional: true,
      }),
    },
    pricePlanVersions: {
      plan: r.one.pricePlans({
        from: [r.pricePlanVersions.orgId, r.pricePlanVersions.pricePlanId],
        to: [r.pricePlans.orgId, r.pricePlans.id],
        optional: false,
      }),
      rateCards: r.many.rateCards({
        from: [r.pricePlanVersions.orgId, r.pricePlanVersions.rateCardSetId],
        to: [r.rateCards.orgId, r.rateCards.setId],
      }),
      schedules: r.many.schedules({
        from: [r.pricePlanVersions.orgId, r.pricePlanVersions.id],
        to: [r.schedules.orgId, r.schedules.planVersionId],
        where: { draftId: { isNull: true }, supersededAt: { isNull: true } },
      }),
      // All versions of the same plan, including this one.
      versionsOfPlan: r.many.pricePlanVersions({
        from: [r.pricePlanVersions.orgId, r.pricePlanVersions.pricePlanId],
        to: [r.pricePlanVersions.orgId, r.pricePlanVersions.pricePlanId],
      }),
    },
    rateCards: {
      planVersions: r.many.pricePlanVersions({
        from: [r.rateCards.orgId, r.rateCards.setId],
        to: [r.pricePlanVersions.orgId, r.pricePlanVersions.rateCardSetId],
      }),
      billable: r.one.billableItems({
        from: [r.rateCards.orgId, r.rateCards.billableId],
        to: [r.billableItems.orgId, r.billableItems.id],
        optional: true,
      }),
    },
    billableItems: {
      rateCards: r.many.rateCards({
        from: [r.billableItems.orgId, r.billableItems.id],
        to: [r.rateCards.orgId, r.rateCards.billableId],
      }),
    },
    purchases: {
      account: r.one.accounts({
        from: [r.purchases.orgId, r.purchases.accountId],
        to: [r.accounts.orgId, r.accounts.id],
        optional: false,
      }),
      planVersion: r.one.pricePlanVersions({
        from: [r.purchases.orgId, r.purchases.planVersionId],
        to: [r.pricePlanVersions.orgId, r.pricePlanVersions.id],
        optional: true,
      }),
      rateCards: r.many.rateCards({
        from: [r.purchases.orgId, r.purchases.rateCardSetId],
        to: [r.rateCards.orgId, r.rateCards.setId],
      }),
      supersedes: r.one.purchases({
        from: [r.purchases.orgId, r.purchases.supersedesId],
        to: [r.purchases.orgId, r.purchases.id],
        optional: true,
      }),
      supersededBy: r.one.purchases({
        from: [r.purchases.orgId, r.purchases.supersededById],
        to: [r.purchases.orgId, r.purchases.id],
        optional: true,
      }),
      // All proposals with the same number, including this one.
      revisions: r.many.purchases({
        from: [r.purchases.orgId, r.purchases.number],
        to: [r.purchases.orgId, r.purchases.number],
      }),
      entitlements: r.many.entitlements({
        from: [r.purchases.orgId, r.purchases.id],
        to: [r.entitlements.orgId, r.entitlements.purchaseId],
      }),
    },
    entitlements: {
      feature: r.one.billableItems({
        from: [r.entitlements.orgId, r.entitlements.featureId],
        to: [r.billableItems.orgId, r.billableItems.id],
        optional: false,
      }),
      purchase: r.one.purchases({
        from: [r.entitlements.orgId, r.entitlements.purchaseId],
        to: [r.purchases.orgId, r.purchases.id],
        optional: false,
      }),
    },
    jobs: {
      entries: r.many.jobEntries({
        from: [r.jobs.orgId, r.jobs.id],
        to: [r.jobEntries.orgId, r.jobEntries.jobId],
      }),
      sourcePlan: r.one.pricePlans({
        from: [r.jobs.orgId, r.jobs.sourcePlanId],
        to: [r.pricePlans.orgId, r.pricePlans.id],
        optional: false,
      }),
      sourceVersion: r.one.pricePlanVersions({
        from: [r.jobs.orgId, r.jobs.sourceVersionId],
        to: [r.pricePlanVersions.orgId, r.pricePlanVersions.id],
        optional: true,
      }),
      targetVersion: r.one.pricePlanVersions({
        from: [r.jobs.orgId, r.jobs.targetVersionId],
        to: [r.pricePlanVersions.orgId, r.pricePlanVersions.id],
        optional: false,
      }),
    },
    jobEntries: {
      job: r.one.jobs({
        from: [r.jobEntries.orgId, r.jobEntries.jobId],
        to: [r.jobs.orgId, r.jobs.id],
        optional: false,
      }),
      account: r.one.accounts({
        from: [r.jobEntries.orgId, r.jobEntries.accountId],
        to: [r.accounts.orgId, r.accounts.id],
        optional: false,
      }),
    },
    licenseUpdates: {
      account: r.one.accounts({
        from: [r.licenseUpdates.orgId, r.licenseUpdates.accountId],
        to: [r.accounts.orgId, r.accounts.id],
        optional: false,
      }),
      license: r.one.billableItems({
        from: [r.licenseUpdates.orgId, r.licenseUpdates.licenseId],
        to: [r.billableItems.orgId, r.billableItems.id],
        optional: false,
      }),
    },
  })),
);
