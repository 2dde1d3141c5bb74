import type { ISSUE_ENTITY_TYPES, Issue } from '../domain/issue.ts';
import { ISSUE_CODES, REFUSAL_CODES, type Refusal, type RefusalOf } from '../domain/refusal.ts';
import type { DraftCollision, DraftEdit } from '../domain/schedule/rebase.ts';
import { builder } from './builder.ts';
import { withShortEchoes } from './echo.ts';
import { describedEnum } from './enums.ts';

export const UserErrorCode = builder.enumType('UserErrorCode', {
  description: 'Code of a reason why a request was refused.',
  values: describedEnum(REFUSAL_CODES),
});

const IssueCode = builder.enumType('IssueCode', {
  description: 'Code of a reason why a draft cannot be finalized.',
  values: describedEnum(ISSUE_CODES),
});

const IssueEntityType = builder.enumType('IssueEntityType', {
  description: 'The kind of entity that an issue is about.',
  values: describedEnum({
    RATE_CARD: 'A rate card, identified by name.',
    PRICING_RULE: 'A pricing rule, identified by name.',
    PRICING_CYCLE: 'The pricing cycle of the plan version or schedule.',
    SCHEDULE: 'The schedule itself.',
  } satisfies Record<(typeof ISSUE_ENTITY_TYPES)[number], string>),
});

const DraftEditMode = builder.enumType('DraftEditMode', {
  description: 'What an edit of a draft does on its days.',
  values: describedEnum({
    ASSOCIATE: 'Attaches a plan.',
    DISASSOCIATE: 'Removes the schedules.',
    OVERRIDE: 'Overrides terms of the schedule.',
  } satisfies Record<DraftEdit['mode'], string>),
});

export const IssueType = builder.objectRef<Issue>('Issue').implement({
  description: 'A reason why a draft cannot be finalized yet.',
  fields: (t) => ({
    code: t.expose('code', { type: IssueCode, description: 'Code of the reason.' }),
    entityType: t.expose('entityType', { type: IssueEntityType, description: 'Kind of the entity that causes the issue.' }),
    entityId: t.exposeString('entityId', { description: 'Name or id of the entity that causes the issue.' }),
    referenceId: t.exposeString('referenceId', { description: 'Id of the plan version or schedule that the entity belongs to.' }),
    errorMessage: t.exposeString('errorMessage', { description: 'What is wrong and how to fix it, for people.' }),
  }),
});

/** The interface of refusals. A refusal with `kind: 'NotFound'` has the type `NotFoundError`. */
const UserError = builder.interfaceRef<Refusal>('UserError').implement({
  description: 'A reason why a request was refused. Nothing was written. The implementing types carry facts that help to fix the request.',
  resolveType: (refusal) => `${refusal.kind}Error`,
  fields: (t) => ({
    code: t.expose('code', { type: UserErrorCode, description: 'Code of the reason, for programs.' }),
    message: t.string({
      resolve: ({ message }) => withShortEchoes(message),
      description:
        'What was wrong and how to fix it, for people. If the details tell of something that the token may not read, the message names the missing scopes instead, and the error is a `PreconditionError` without further fields.',
    }),
    path: t.stringList({
      description:
        'Path to the value that caused the refusal, starting with the name of the argument: `input` in a mutation. List indexes are digits. Empty when no single field is the cause.',
      resolve: (refusal) => refusal.path.map(String),
    }),
  }),
});

builder.objectRef<RefusalOf<'Validation'>>('ValidationError').implement({
  interfaces: [UserError],
  description: 'Returned when the input is malformed, outside its limits, or contradictory.',
});

builder.objectRef<RefusalOf<'Precondition'>>('PreconditionError').implement({
  interfaces: [UserError],
  description: 'Returned when the input is well-formed, but the current state does not allow the change.',
});

builder.objectRef<RefusalOf<'NotFound'>>('NotFoundError').implement({
  interfaces: [UserError],
  description: 'Returned when the organization has no object with this id.',
});

builder.objectRef<RefusalOf<'Conflict'>>('ConflictError').implement({
  interfaces: [UserError],
  description:
    'Returned when the object has changed since the expected revision, or when other writers changed it each time the mutation was tried.',
  fields: (t) => ({ currentRevision: t.exposeInt('currentRevision', { description: 'Current revision of the object.' }) }),
});

export const StaleDraftError = builder.objectRef<RefusalOf<'StaleDraft'>>('StaleDraftError').implement({
  interfaces: [UserError],
  description: 'Returned when the active timeline has changed since the draft was created.',
  fields: (t) => ({
    baseTimelineRevision: t.exposeInt('baseTimelineRevision', { description: 'Timeline revision that the draft was copied from.' }),
    timelineRevision: t.exposeInt('timelineRevision', { description: 'Current timeline revision.' }),
  }),
});

const DraftCollisionType = builder.objectRef<DraftCollision>('DraftCollision').implement({
  description: 'An edit of a draft that collides with a change of the active timeline.',
  fields: (t) => ({
    mode: t.expose('mode', { type: DraftEditMode, description: 'What the edit does.' }),
    effectiveFrom: t.field({ type: 'Date', description: 'First day of the edit.', resolve: ({ period }) => period.start }),
    effectiveUntil: t.field({ type: 'Date', description: 'First day after the edit.', resolve: ({ period }) => period.end }),
    movedFrom: t.field({
      type: 'Date',
      description: 'First day on which the active timeline has changed.',
      resolve: ({ changed }) => changed.start,
    }),
    movedUntil: t.field({ type: 'Date', description: 'First day after the changed days.', resolve: ({ changed }) => changed.end }),
  }),
});

builder.objectRef<RefusalOf<'DraftCollision'>>('DraftCollisionError').implement({
  interfaces: [UserError],
  description: 'Returned when the active timeline has changed on days that the draft edits too.',
  fields: (t) => ({
    collisions: t.field({
      type: [DraftCollisionType],
      description: 'Every edit that collides, in order, with the first days that have changed.',
      resolve: (refusal) => [...refusal.collisions],
    }),
  }),
});

builder.objectRef<RefusalOf<'FinalizeBlocked'>>('FinalizeBlockedError').implement({
  interfaces: [UserError],
  description: 'Returned when issues prevent finalizing.',
  fields: (t) => ({
    issues: t.field({ type: [IssueType], description: 'All issues that prevent finalizing.', resolve: (refusal) => [...refusal.issues] }),
  }),
});

builder.objectRef<RefusalOf<'EffectiveDate'>>('EffectiveDateError').implement({
  interfaces: [UserError],
  description: 'Returned when a change would begin before the earliest allowed day.',
  fields: (t) => ({ earliest: t.expose('earliest', { type: 'Date', description: 'Earliest allowed day.' }) }),
});

builder.objectRef<RefusalOf<'IllegalTransition'>>('IllegalTransitionError').implement({
  interfaces: [UserError],
  description: 'Returned when the current status does not allow the transition.',
  fields: (t) => ({
    from: t.exposeString('from', { description: 'Current status.' }),
    to: t.exposeString('to', { description: 'Requested status.' }),
    supersededBy: t.exposeString('supersededBy', {
      nullable: true,
      description: '`proposalId` of the revision that replaced the proposal. `null`: it was not replaced, or it is not a proposal.',
    }),
  }),
});

/** Returns refusals whose paths lead into the argument `input`, as those of every operation do. */
export const underInput = (refusals: readonly Refusal[]): readonly Refusal[] =>
  refusals.map((refusal) => (refusal.path.length > 0 ? { ...refusal, path: ['input', ...refusal.path] } : refusal));

export { UserError };
