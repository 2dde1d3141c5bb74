import { type AccountAction, availableAccountActions } from '../../domain/account/actions.ts';
import { addAccountAliases } from '../../operations/account/add-aliases.ts';
import { addLicenseUpdate } from '../../operations/account/add-license-update.ts';
import { deleteAccount } from '../../operations/account/delete.ts';
import { removeAccountAliases } from '../../operations/account/remove-aliases.ts';
import { updateAccount } from '../../operations/account/update.ts';
import { createProposal } from '../../operations/proposal/create.ts';
import { initiatePurchase } from '../../operations/purchase/initiate.ts';
import { bulkEditSchedules } from '../../operations/schedule/bulk-edit.ts';
import { discardAccountSchedules } from '../../operations/schedule/discard.ts';
import { finalizeAccountSchedules } from '../../operations/schedule/finalize.ts';
import { updatePricingSchedule } from '../../operations/schedule/update-pricing-schedule.ts';
import { updatePricingScheduleBatch } from '../../operations/schedule/update-pricing-schedule-batch.ts';
import { toAccountUse, usedAt } from '../../store/accounts.ts';
import { actionsOf } from '../actions.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { inQuestion, toFinalize } from '../schedule/draft.ts';
import { Account } from './type.ts';

const { type: AvailableAccountAction, forCaller } = actionsOf<AccountAction>('Account', 'an account', {
  UPDATE: {
    does: 'Changes the details, aliases or licenses',
    by: [updateAccount, addAccountAliases, removeAccountAliases, addLicenseUpdate],
  },
  ARCHIVE: { does: 'Archives the account', by: [deleteAccount] },
  ASSOCIATE: { does: 'Changes the active timeline', by: [updatePricingSchedule, updatePricingScheduleBatch] },
  EDIT_SCHEDULES: { does: 'Edits the draft', by: [bulkEditSchedules] },
  FINALIZE_SCHEDULES: { does: 'Finalizes the draft', by: [finalizeAccountSchedules] },
  DISCARD_SCHEDULES: { does: 'Discards the draft', by: [discardAccountSchedules] },
  CREATE_PROPOSAL: { does: 'Creates a proposal', by: [createProposal] },
  INITIATE_PURCHASE: { does: 'Starts a purchase', by: [initiatePurchase] },
});

builder.drizzleObjectField(Account, 'availableActions', (t) =>
  t.field({
    ...requires('schedules:read', 'proposals:read', 'plans:read'),
    type: [AvailableAccountAction],
    computedFrom: COMPUTED_FROM.timeline,
    description: 'Every action, and whether it would be accepted now.',
    select: (_args, { store, now }) => ({
      columns: { status: true, timelineRevision: true },
      extras: usedAt(store, { now }),
      with: { draft: inQuestion },
    }),
    resolve: ({ status, timelineRevision, draft, ...use }, _args, { actor, today }) => {
      const drafted = draft && { ...toFinalize(draft), today, merge: false };
      const available = availableAccountActions({ status, draft: drafted, use: toAccountUse({ timelineRevision, ...use }, today) });
      return forCaller(actor, available);
    },
  }),
);
