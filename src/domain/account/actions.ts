import { precondition } from '../refusal.ts';
import { type Result, refuse } from '../result.ts';
import { type DraftToFinalize, finalizeDraft, requireDiscardable, requireDraft } from '../schedule/draft.ts';
import { type AccountStatus, type AccountUse, archiveAccount, requireActive, requireWritable } from './account.ts';

export const ACCOUNT_ACTIONS = [
  'UPDATE',
  'ARCHIVE',
  'ASSOCIATE',
  'EDIT_SCHEDULES',
  'FINALIZE_SCHEDULES',
  'DISCARD_SCHEDULES',
  'CREATE_PROPOSAL',
  'INITIATE_PURCHASE',
] as const;
export type AccountAction = (typeof ACCOUNT_ACTIONS)[number];

export interface AccountActionAvailability {
  readonly action: AccountAction;
  readonly allowed: boolean;
  /** Why not, for people; null when it is allowed. */
  readonly reason: string | null;
}

/** Everything that the rules ask of an account. */
export interface AccountFacts {
  readonly status: AccountStatus;
  readonly draft: DraftToFinalize | null;
  readonly use: AccountUse;
}

/**
 * What can be done with an account, by the very rules of the operations that would do it. What an input says beside that may stand
 * against an action that is allowed here.
 */
export function availableAccountActions(standing: AccountFacts): readonly AccountActionAvailability[] {
  return ACCOUNT_ACTIONS.map((action) => {
    const result = RULES[action](standing);
    return result.ok ? { action, allowed: true, reason: null } : { action, allowed: false, reason: result.refusals[0].message };
  });
}

const RULES: Readonly<Record<AccountAction, (standing: AccountFacts) => Result<unknown>>> = {
  UPDATE: ({ status }) => requireWritable(status),
  ARCHIVE: ({ status, use }) => {
    const archived = archiveAccount(status, use);
    return archived.ok && !archived.value.changed ? refuse(precondition('ARCHIVED', 'The account is archived already.')) : archived;
  },
  ASSOCIATE: ({ status }) => requireActive(status),
  EDIT_SCHEDULES: ({ status }) => requireWritable(status),
  FINALIZE_SCHEDULES: ({ draft }) => {
    const drafted = requireDraft(draft);
    return drafted.ok ? finalizeDraft(drafted.value) : drafted;
  },
  DISCARD_SCHEDULES: ({ status, draft }) => requireDiscardable(status, draft),
  CREATE_PROPOSAL: ({ status }) => requireWritable(status),
  INITIATE_PURCHASE: ({ status }) => requireActive(status),
};
