import { ISSUE_CODES, type ISSUE_ENTITY_TYPES, type Issue } from '../domain/issue.ts';
import { REFUSAL_CODES, type Refusal, type RefusalOf } from '../domain/refusal.ts';
import type { DraftCollision, DraftEdit } from '../domain/schedule/rebase.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';

export const UserErrorCode = builder.enumType('UserErrorCode', {
  description: 'Why a mutation was refused.',
  values: describedEnum(REFUSAL_CODES),
});

const IssueCode = builder.enumType('IssueCode', { description: 'What stands against finalizing.', values: describedEnum(ISSUE_CODES) });

const IssueEntityType = builder.enumType('IssueEntityType', {
  description: 'What an issue is about.',
  values: describedEnum({
    RATE_CARD: 'A rate card, by its name.',
    PRICING_RULE: 'A pricing rule, by its name.',
    PRICING_CYCLE: 'The pricing cycle of the owner.',
    SCHEDULE: 'The schedule itself.',
  } satisfies Record<(typeof ISSUE_ENTITY_TYPES)[number], string>),
});

const DraftEditMode = builder.enumType('DraftEditMode', {
  description: 'What an edit of a draft does to its days.',
  values: describedEnum({
    ASSOCIATE: 'Writes a plan over them.',
    DISASSOCIATE: 'Clears them.',
    OVERRIDE: 'Lets the schedule that covers them say otherwise than its plan.',
  } satisfies Record<DraftEdit['mode'], string>),
});

export const IssueType = builder.objectRef<Issue>('Issue').implement({
  description: 'One reason why a draft cannot be finalized yet.',
  fields: (t) => ({
    code: t.expose('code', { type: IssueCode, description: 'What kind of reason.' }),
    entityType: t.expose('entityType', { type: IssueEntityType, description: 'What is at fault.' }),
    entityId: t.exposeString('entityId', { description: 'The name or id of what is at fault.' }),
    referenceId: t.exposeString('referenceId', { description: 'The plan version or schedule that it belongs to.' }),
    errorMessage: t.exposeString('errorMessage', { description: 'What is wrong and what would be right, for a person.' }),
  }),
});

/** `kind: 'NotFound'` is the type `NotFoundError`. */
const UserError = builder.interfaceRef<Refusal>('UserError').implement({
  description: 'Why a mutation did not happen. Its type carries facts to do better with; nothing was written.',
  resolveType: (refusal) => `${refusal.kind}Error`,
  fields: (t) => ({
    code: t.expose('code', { type: UserErrorCode, description: 'The reason, for programs.' }),
    message: t.exposeString('message', { description: 'What was wrong, where, and what would be right, for people.' }),
    path: t.stringList({
      description: 'Into the arguments, from `input` on; list indexes are digits. Empty when no single field is at fault.',
      resolve: (refusal) => (refusal.path.length > 0 ? ['input', ...refusal.path.map(String)] : []),
    }),
  }),
});

builder.objectRef<RefusalOf<'Validation'>>('ValidationError').implement({
  interfaces: [UserError],
  description: 'Returned when the input itself is at fault: malformed, outside its limits, or contradicting itself.',
});

builder.objectRef<RefusalOf<'Precondition'>>('PreconditionError').implement({
  interfaces: [UserError],
  description: 'Returned when the input is well-formed, but what is stored does not permit it.',
});

builder.objectRef<RefusalOf<'NotFound'>>('NotFoundError').implement({
  interfaces: [UserError],
  description: 'Returned when the organization has no such entity.',
});

builder.objectRef<RefusalOf<'Conflict'>>('ConflictError').implement({
  interfaces: [UserError],
  description: 'Returned when the entity has changed since the revision that the input names.',
  fields: (t) => ({ currentRevision: t.exposeInt('currentRevision', { description: 'The revision it has now.' }) }),
});

export const StaleDraftError = builder.objectRef<RefusalOf<'StaleDraft'>>('StaleDraftError').implement({
  interfaces: [UserError],
  description: 'Returned when the active timeline moved after the draft was begun.',
  fields: (t) => ({
    baseTimelineRevision: t.exposeInt('baseTimelineRevision', { description: 'What the draft was copied from.' }),
    timelineRevision: t.exposeInt('timelineRevision', { description: 'What the active timeline is at now.' }),
  }),
});

const DraftCollisionType = builder.objectRef<DraftCollision>('DraftCollision').implement({
  description: 'An edit of a draft, and where the active timeline has moved beneath it.',
  fields: (t) => ({
    mode: t.expose('mode', { type: DraftEditMode, description: 'What the edit did.' }),
    effectiveFrom: t.field({ type: 'Date', description: 'The first day of the edit.', resolve: ({ period }) => period.start }),
    effectiveUntil: t.field({ type: 'Date', description: 'The first day no longer of the edit.', resolve: ({ period }) => period.end }),
    movedFrom: t.field({ type: 'Date', description: 'The first day that is active otherwise now.', resolve: ({ moved }) => moved.start }),
    movedUntil: t.field({ type: 'Date', description: 'The first day after those.', resolve: ({ moved }) => moved.end }),
  }),
});

builder.objectRef<RefusalOf<'DraftCollision'>>('DraftCollisionError').implement({
  interfaces: [UserError],
  description: 'Returned when the active timeline moved on days that the draft edited as well.',
  fields: (t) => ({
    collisions: t.field({
      type: [DraftCollisionType],
      description: 'Every edit that collides, in the order of the edits, with the first days that moved beneath it.',
      resolve: (refusal) => [...refusal.collisions],
    }),
  }),
});

builder.objectRef<RefusalOf<'FinalizeBlocked'>>('FinalizeBlockedError').implement({
  interfaces: [UserError],
  description: 'Returned when issues stand against finalizing.',
  fields: (t) => ({ issues: t.field({ type: [IssueType], description: 'All of them.', resolve: (refusal) => [...refusal.issues] }) }),
});

builder.objectRef<RefusalOf<'EffectiveDate'>>('EffectiveDateError').implement({
  interfaces: [UserError],
  description: 'Returned when a change would begin before the earliest day allowed.',
  fields: (t) => ({ earliest: t.expose('earliest', { type: 'Date', description: 'The earliest day allowed.' }) }),
});

builder.objectRef<RefusalOf<'IllegalTransition'>>('IllegalTransitionError').implement({
  interfaces: [UserError],
  description: 'Returned when the entity is in a status that the move does not start from.',
  fields: (t) => ({
    from: t.exposeString('from', { description: 'The status it is in.' }),
    to: t.exposeString('to', { description: 'The status that was asked for.' }),
    supersededBy: t.exposeString('supersededBy', {
      nullable: true,
      description: 'The revision that has taken the place of the proposal, by its `proposalId`; null: none has, or it is no proposal.',
    }),
  }),
});

export { UserError };
