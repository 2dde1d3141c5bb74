import { type AvailableAction, availableActions } from '../availability.ts';
import type { Result } from '../result.ts';
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

/** The facts of an account that the rules use. */
export interface AccountFacts {
  readonly status: AccountStatus;
  readonly draft: DraftToFinalize | null;
  readonly use: AccountUse;
}

/**
 * Returns the actions of an account and whether each is allowed now, by the same rules as the operations. An allowed action can still be
 * refused because of its input.
 */
export function availableAccountActions(standing: AccountFacts): readonly AvailableAction<AccountAction>[] {
  return availableActions(ACCOUNT_ACTIONS, (action) => RULES[action](standing));
}

const RULES: Readonly<Record<AccountAction, (standing: AccountFacts) => Result<unknown>>> = {
  UPDATE: ({ status }) => requireWritable(status),
  ARCHIVE: ({ status, use }) => archiveAccount(status, use),
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
