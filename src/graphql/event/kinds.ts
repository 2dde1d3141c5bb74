import type { EventKind } from '../../domain/event.ts';
import { KIND_SCOPES } from '../../operations/event-kinds.ts';
import { scopeList } from '../../operations/scope.ts';
import { builder } from '../builder.ts';

const DESCRIPTIONS: Readonly<Record<EventKind, string>> = {
  CUSTOMER_CREATED: 'A customer was created, together with its first account. Facts: `customer`, `account`.',
  CUSTOMER_CHANGED: 'The details of a customer changed. Facts: `customer`.',
  CUSTOMER_ARCHIVED: 'A customer was archived. Facts: `customer`.',
  CUSTOMER_ERASURE_REQUESTED: 'The erasure of the personal data of a customer was requested. Facts: `customer`.',
  CUSTOMER_ERASED: 'All personal data of a customer is erased. Facts: `customer`.',
  ACCOUNT_CREATED: 'An account was created. Facts: `account`.',
  ACCOUNT_CHANGED: 'The details of an account changed. Facts: `account`.',
  ACCOUNT_ALIASES_CHANGED: 'Aliases of an account were added or ended. Facts: `account`.',
  ACCOUNT_ARCHIVED: 'An account was archived, and its aliases ended. Facts: `account`.',
  RESERVED_ALIASES_CHANGED: 'Aliases were reserved, or one was released. Facts: `entry`.',
  TIMELINE_CHANGED:
    'The active timeline of an account changed, in whatever way. More specific kinds come with it. Facts: `account`, and `timelineRevision` with every difference.',
  SCHEDULE_ADDED: 'A schedule was added to an active timeline. Facts: `account`, `timelineRevision`.',
  SCHEDULE_REMOVED: 'A schedule was removed from an active timeline. Facts: `account`, `timelineRevision`.',
  SCHEDULE_PERIOD_CHANGED: 'The first or the last day of a schedule changed. Facts: `account`, `timelineRevision`.',
  SCHEDULE_OVERRIDDEN:
    'The overrides of a schedule changed: rate cards, pricing rules, currencies or the pricing cycle. Facts: `account`, `timelineRevision`.',
  SCHEDULES_MERGED: 'Schedules with equal content became one. Facts: `account`, `timelineRevision`.',
  PLAN_CHANGED: 'A schedule has another plan or another version of its plan. Facts: `account`, `timelineRevision`.',
  GAP_OPENED: 'Days without a schedule appeared between two schedules of an active timeline. Facts: `account`, `timelineRevision`.',
  GAP_CLOSED: 'Days that had no schedule between two schedules have one. Facts: `account`, `timelineRevision`.',
  LICENSES_CHANGED: 'The licenses of an account changed. Facts: `account`, with its `licenseUpdates`.',
  DRAFT_CHANGED: 'The draft of an account was created, edited or rebased. Facts: `account`, with its `draft`.',
  DRAFT_DISCARDED: 'The draft of an account was discarded. Facts: `account`.',
  DRAFT_FINALIZED: 'The draft of an account became its active timeline. Facts: `account`, `timelineRevision`.',
  PROPOSAL_CREATED: 'A proposal was created. Facts: `account`, `proposal`.',
  PROPOSAL_REVISED: 'A proposal was replaced by a revision. Facts: `account`, and the revision as `proposal`.',
  PROPOSAL_APPROVED: 'A proposal was approved. Facts: `account`, `proposal`.',
  PROPOSAL_DECLINED: 'A proposal was declined. Facts: `account`, `proposal`.',
  PROPOSAL_EXPIRED: 'The expiry of an open proposal was recorded, within minutes of it. Facts: `account`, `proposal`.',
  PURCHASE_INITIATED: 'A purchase was started. Facts: `account`, `purchase`.',
  PURCHASE_COMPLETED: 'A payment succeeded, and the purchase or proposal took effect. Facts: `account`, `purchase` or `proposal`.',
  PURCHASE_FAILED: 'A payment failed. Facts: `account`, `purchase` or `proposal`.',
  PRICE_PLAN_CREATED: 'A price plan was created, with its first version as a draft. Facts: `pricePlan`, `pricePlanVersion`.',
  PRICE_PLAN_DRAFT_CHANGED: 'The draft version of a price plan was created or changed. Facts: `pricePlan`, `pricePlanVersion`.',
  PRICE_PLAN_DRAFT_DISCARDED: 'The draft version of a price plan was discarded. Facts: `pricePlan`.',
  PRICE_PLAN_ARCHIVED: 'A price plan was archived. Facts: `pricePlan`.',
  VERSION_FINALIZED: 'A draft version became the active version of its price plan. Facts: `pricePlan`, `pricePlanVersion`.',
  JOB_CREATED: 'A migration was created. Facts: `job`.',
  JOB_CONFIRMED: 'A migration was confirmed. Facts: `job`.',
  JOB_REJECTED: 'A migration was rejected. Facts: `job`.',
  ACCOUNT_MIGRATED: 'A migration moved schedules of an account. Facts: `account`, `job`, `timelineRevision`.',
  ACCOUNT_NOT_MIGRATED:
    'A migration ended for an account without moving a schedule: it failed, or there was nothing to move. Facts: `account`, and `job` with its `entries`.',
  BILLABLE_ITEM_CREATED: 'An add-on, feature or usage meter was created. Facts: `billableItem`.',
  BILLABLE_ITEM_CHANGED: 'An add-on, feature or usage meter changed. Facts: `billableItem`.',
  BILLABLE_ITEM_ARCHIVED: 'An add-on, feature or usage meter was archived. Facts: `billableItem`.',
  BILLABLE_ITEM_UNARCHIVED: 'An add-on, feature or usage meter was unarchived. Facts: `billableItem`.',
  ACCESS_CHANGED: "A token was created or revoked, or an issuer of tokens or a person's access changed. Facts: `entry`.",
  WEBHOOK_CHANGED: 'A webhook was created, changed or deleted, or its secret was replaced. Facts: `entry`.',
  WEBHOOK_DISABLED:
    'A webhook was disabled because its deliveries failed, its token ended or its document is no longer valid. Facts: `entry`.',
  WEBHOOK_DELIVERY_REQUESTED: 'A test or a redelivery was requested. Facts: `entry`.',
};

export const EventKindEnum = builder.enumType('EventKind', {
  description:
    'What an accepted change did. One change can have several kinds. Each description names the fields of `Event` that are not `null`.',
  values: Object.fromEntries(
    Object.entries(DESCRIPTIONS).map(([kind, description]) => [
      kind,
      { value: kind as EventKind, description: `${description} Requires ${scopeList([KIND_SCOPES[kind as EventKind]])}.` },
    ]),
  ) as { readonly [K in EventKind]: { readonly value: K; readonly description: string } },
});
