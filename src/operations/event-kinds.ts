import { EVENT_KINDS, type EventKind } from '../domain/event.ts';
import { isId } from '../domain/id.ts';
import type { AuditEntry } from '../store/unit-of-work.ts';
import type { Scope } from './scope.ts';

/** What the kinds of a change depend on, besides its operation and its timeline. */
interface ChangeFacts extends Pick<AuditEntry, 'entities' | 'after'> {
  /** Whether the change writes the active timeline of its account. */
  readonly movesTimeline: boolean;
}

type Kinds = readonly EventKind[] | ((facts: ChangeFacts) => readonly EventKind[]);

const licenses = ({ entities }: ChangeFacts): readonly EventKind[] => (entities.some((id) => isId('lic', id)) ? ['LICENSES_CHANGED'] : []);

const ITEM_CREATED: Kinds = ['BILLABLE_ITEM_CREATED'];
const ITEM_CHANGED: Kinds = ['BILLABLE_ITEM_CHANGED'];
const ITEM_ARCHIVED: Kinds = ['BILLABLE_ITEM_ARCHIVED'];
const ITEM_UNARCHIVED: Kinds = ['BILLABLE_ITEM_UNARCHIVED'];
const PLAN_DRAFT: Kinds = ['PRICE_PLAN_DRAFT_CHANGED'];
const ACCESS: Kinds = ['ACCESS_CHANGED'];
const WEBHOOK: Kinds = ['WEBHOOK_CHANGED'];

/**
 * The kinds of event of every operation, without those of the active timeline, which its change adds itself. An operation that is not
 * here has no name that `operation()` accepts.
 */
export const OPERATION_KINDS = {
  createCustomer: ['CUSTOMER_CREATED', 'ACCOUNT_CREATED'],
  updateCustomer: ['CUSTOMER_CHANGED'],
  deleteCustomer: ['CUSTOMER_ARCHIVED'],
  eraseCustomer: ['CUSTOMER_ERASURE_REQUESTED'],
  completeErasure: ['CUSTOMER_ERASED'],
  createAccount: ['ACCOUNT_CREATED'],
  updateAccount: ['ACCOUNT_CHANGED'],
  deleteAccount: ['ACCOUNT_ARCHIVED'],
  addAccountAliases: ['ACCOUNT_ALIASES_CHANGED'],
  removeAccountAliases: ['ACCOUNT_ALIASES_CHANGED'],
  reserveAliases: ['RESERVED_ALIASES_CHANGED'],
  releaseAlias: ['RESERVED_ALIASES_CHANGED'],
  addLicenseUpdate: ['LICENSES_CHANGED'],

  updatePricingSchedule: licenses,
  updatePricingScheduleBatch: licenses,
  bulkEditSchedules: ({ movesTimeline }) => (movesTimeline ? [] : ['DRAFT_CHANGED']),
  bulkRateCardOperationsOnSchedule: ['DRAFT_CHANGED'],
  updateSchedulePricingRules: ['DRAFT_CHANGED'],
  rebaseDraft: ['DRAFT_CHANGED'],
  discardAccountSchedules: ['DRAFT_DISCARDED'],
  finalizeAccountSchedules: (facts) => ['DRAFT_FINALIZED', ...licenses(facts)],

  createProposal: ['PROPOSAL_CREATED'],
  reviseProposal: ['PROPOSAL_REVISED'],
  updateProposalStatus: ({ after }) => (statusOf(after) === 'PROPOSAL_DECLINED' ? ['PROPOSAL_DECLINED'] : ['PROPOSAL_APPROVED']),
  sweepExpiredProposals: ['PROPOSAL_EXPIRED'],
  initiatePurchase: ['PURCHASE_INITIATED'],
  completePurchase: ['PURCHASE_COMPLETED'],
  failPurchase: ['PURCHASE_FAILED'],

  createPricePlan: ['PRICE_PLAN_CREATED'],
  updatePricePlan: PLAN_DRAFT,
  bulkPricePlanRateCardOperations: PLAN_DRAFT,
  updatePricePlanPricingRules: PLAN_DRAFT,
  discardPricePlan: ['PRICE_PLAN_DRAFT_DISCARDED'],
  archivePricePlan: ['PRICE_PLAN_ARCHIVED'],
  finalizePricePlan: ({ entities }) => ['VERSION_FINALIZED', ...(entities.some((id) => isId('job', id)) ? (['JOB_CREATED'] as const) : [])],
  migratePricePlan: ['JOB_CREATED'],
  confirmJob: ['JOB_CONFIRMED'],
  rejectJob: ['JOB_REJECTED'],
  migrateAccount: ({ movesTimeline }) => (movesTimeline ? ['ACCOUNT_MIGRATED'] : ['ACCOUNT_NOT_MIGRATED']),

  createAddOn: ITEM_CREATED,
  createFeature: ITEM_CREATED,
  createUsageMeter: ITEM_CREATED,
  updateAddOn: ITEM_CHANGED,
  updateFeature: ITEM_CHANGED,
  updateUsageMeter: ITEM_CHANGED,
  archiveAddOn: ITEM_ARCHIVED,
  archiveFeature: ITEM_ARCHIVED,
  archiveUsageMeter: ITEM_ARCHIVED,
  unarchiveAddOn: ITEM_UNARCHIVED,
  unarchiveFeature: ITEM_UNARCHIVED,
  unarchiveUsageMeter: ITEM_UNARCHIVED,

  createApiToken: ACCESS,
  revokeApiToken: ACCESS,
  createDelegateToken: ACCESS,
  registerTokenIssuer: ACCESS,
  removeTokenIssuer: ACCESS,
  registerStaffIssuer: ACCESS,
  updateStaffIssuer: ACCESS,
  removeStaffIssuer: ACCESS,
  revokeStaff: ACCESS,
  restoreStaff: ACCESS,

  createWebhook: WEBHOOK,
  updateWebhook: WEBHOOK,
  deleteWebhook: WEBHOOK,
  rotateWebhookSecret: WEBHOOK,
  sendTestEvent: ['WEBHOOK_DELIVERY_REQUESTED'],
  redeliver: ['WEBHOOK_DELIVERY_REQUESTED'],
  disableWebhook: ['WEBHOOK_DISABLED'],
} as const satisfies Readonly<Record<string, Kinds>>;

export type OperationName = keyof typeof OPERATION_KINDS;

/** Returns the kinds of a change, without those of the active timeline. */
export function kindsOf(operation: OperationName, facts: ChangeFacts): readonly EventKind[] {
  const kinds: Kinds = OPERATION_KINDS[operation];
  return typeof kinds === 'function' ? kinds(facts) : kinds;
}

function statusOf(state: unknown): unknown {
  return typeof state === 'object' && state !== null && 'status' in state ? state.status : null;
}

/** The scope that each kind of event requires: the one that reads what changed. */
export const KIND_SCOPES: Readonly<Record<EventKind, Scope>> = {
  CUSTOMER_CREATED: 'customers:read',
  CUSTOMER_CHANGED: 'customers:read',
  CUSTOMER_ARCHIVED: 'customers:read',
  CUSTOMER_ERASURE_REQUESTED: 'customers:read',
  CUSTOMER_ERASED: 'customers:read',
  ACCOUNT_CREATED: 'accounts:read',
  ACCOUNT_CHANGED: 'accounts:read',
  ACCOUNT_ALIASES_CHANGED: 'accounts:read',
  ACCOUNT_ARCHIVED: 'accounts:read',
  RESERVED_ALIASES_CHANGED: 'accounts:read',
  TIMELINE_CHANGED: 'schedules:read',
  SCHEDULE_ADDED: 'schedules:read',
  SCHEDULE_REMOVED: 'schedules:read',
  SCHEDULE_PERIOD_CHANGED: 'schedules:read',
  SCHEDULE_OVERRIDDEN: 'schedules:read',
  SCHEDULES_MERGED: 'schedules:read',
  PLAN_CHANGED: 'schedules:read',
  GAP_OPENED: 'schedules:read',
  GAP_CLOSED: 'schedules:read',
  LICENSES_CHANGED: 'accounts:read',
  DRAFT_CHANGED: 'schedules:read',
  DRAFT_DISCARDED: 'schedules:read',
  DRAFT_FINALIZED: 'schedules:read',
  PROPOSAL_CREATED: 'proposals:read',
  PROPOSAL_REVISED: 'proposals:read',
  PROPOSAL_APPROVED: 'proposals:read',
  PROPOSAL_DECLINED: 'proposals:read',
  PROPOSAL_EXPIRED: 'proposals:read',
  PURCHASE_INITIATED: 'proposals:read',
  PURCHASE_COMPLETED: 'proposals:read',
  PURCHASE_FAILED: 'proposals:read',
  PRICE_PLAN_CREATED: 'plans:read',
  PRICE_PLAN_DRAFT_CHANGED: 'plans:read',
  PRICE_PLAN_DRAFT_DISCARDED: 'plans:read',
  PRICE_PLAN_ARCHIVED: 'plans:read',
  VERSION_FINALIZED: 'plans:read',
  JOB_CREATED: 'plans:read',
  JOB_CONFIRMED: 'plans:read',
  JOB_REJECTED: 'plans:read',
  ACCOUNT_MIGRATED: 'schedules:read',
  ACCOUNT_NOT_MIGRATED: 'schedules:read',
  BILLABLE_ITEM_CREATED: 'plans:read',
  BILLABLE_ITEM_CHANGED: 'plans:read',
  BILLABLE_ITEM_ARCHIVED: 'plans:read',
  BILLABLE_ITEM_UNARCHIVED: 'plans:read',
  ACCESS_CHANGED: 'tokens:manage',
  WEBHOOK_CHANGED: 'webhooks:manage',
  WEBHOOK_DISABLED: 'webhooks:manage',
  WEBHOOK_DELIVERY_REQUESTED: 'webhooks:manage',
};

/** Returns the kinds of event that a caller may see. `null`: all of them. */
export function visibleKinds(scopes: ReadonlySet<Scope>): readonly EventKind[] | null {
  const visible = EVENT_KINDS.filter((kind) => scopes.has(KIND_SCOPES[kind]));
  return visible.length === EVENT_KINDS.length ? null : visible;
}
