import { defineRelations } from 'drizzle-orm';
import { withSlots } from '../engine/drizzle/slot.ts';
import * as tables from './tables/index.ts';
import * as views from './views.ts';

/**
 * How rows lead to rows. Every relation is keyed on the organization as well as on the id, so that no nested read can
 * leave the tenant whatever it is asked.
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
      // The active timeline, past beliefs included; `supersededAt` is the reader's to choose.
      schedules: r.many.schedules({
        from: [r.accounts.orgId, r.accounts.id],
        to: [r.schedules.orgId, r.schedules.accountId],
        where: { draftId: { isNull: true } },
      }),
      // The same for a rule, which a document's own selection of `schedules` must not stand in the way of.
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
        from: [r.drafts.orgId, r.drafts.id],
        to: [r.schedules.orgId, r.schedules.draftId],
      }),
      activeSchedules: r.many.schedules({
        from: [r.drafts.orgId, r.drafts.accountId],
        to: [r.schedules.orgId, r.schedules.accountId],
        where: { draftId: { isNull: true }, supersededAt: { isNull: true } },
      }),
      // What the active timeline has ended; which of it the draft was begun with is the reader's to choose.
      supersededSchedules: r.many.schedules({
        from: [r.drafts.orgId, r.drafts.accountId],
        to: [r.schedules.orgId, r.schedules.accountId],
        where: { draftId: { isNull: true }, supersededAt: { isNotNull: true } },
      }),
    },
    // Of an entry that moved a timeline: the rows that its revision ended, and those that it began.
    auditEntries: {
      superseded: r.many.schedules({
        // The instant is the same, and what the index of the timeline knows.
        from: [r.auditEntries.orgId, r.auditEntries.subjectId, r.auditEntries.timelineRevision, r.auditEntries.timelineRecordedAt],
        to: [r.schedules.orgId, r.schedules.accountId, r.schedules.supersededRevision, r.schedules.supersededAt],
        where: { draftId: { isNull: true } },
      }),
      recorded: r.many.schedules({
        from: [r.auditEntries.orgId, r.auditEntries.subjectId, r.auditEntries.timelineRevision],
        to: [r.schedules.orgId, r.schedules.accountId, r.schedules.recordedRevision],
        where: { draftId: { isNull: true } },
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
      // A plan has a version always. The fields that select these put the newest first.
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
      // Every version of the same plan, this one included.
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
      // Every proposal of the same number, this one included.
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
      account: r.one.accounts({
        from: [r.jobEntries.orgId, r.jobEntries.accountId],
        to: [r.accounts.orgId, r.accounts.id],
        optional: false,
      }),
    },
    licenseUpdates: {
      license: r.one.billableItems({
        from: [r.licenseUpdates.orgId, r.licenseUpdates.licenseId],
        to: [r.billableItems.orgId, r.billableItems.id],
        optional: false,
      }),
    },
  })),
);
