import { type AccountAction, type AccountActionAvailability, availableAccountActions } from '../../domain/account/actions.ts';
import { toAccountUse, usedAt } from '../../store/accounts.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { inQuestion, toFinalize } from '../schedule/draft.ts';
import { Account } from './type.ts';

const AccountActionEnum = builder.enumType('AccountAction', {
  description: 'An action on an account.',
  values: describedEnum({
    UPDATE: 'Changes the details or aliases: `updateAccount`, `addAccountAliases`, `removeAccountAliases`.',
    ARCHIVE: 'Archives the account: `deleteAccount`.',
    ASSOCIATE: 'Changes the active timeline: `updatePricingSchedule`, `updatePricingScheduleBatch`.',
    EDIT_SCHEDULES: 'Edits the draft: `bulkEditSchedules`.',
    FINALIZE_SCHEDULES: 'Finalizes the draft: `finalizeAccountSchedules`.',
    DISCARD_SCHEDULES: 'Discards the draft: `discardAccountSchedules`.',
    CREATE_PROPOSAL: 'Creates a proposal: `createProposal`.',
    INITIATE_PURCHASE: 'Starts a purchase: `initiatePurchase`.',
  } satisfies Record<AccountAction, string>),
});

const AvailableAccountAction = builder.objectRef<AccountActionAvailability>('AvailableAccountAction').implement({
  description: 'Whether an action on an account would be accepted now.',
  fields: (t) => ({
    action: t.expose('action', { type: AccountActionEnum, description: 'The action.' }),
    allowed: t.exposeBoolean('allowed', {
      description: 'Whether the state of the account and of its draft allows the action. The input of the action can still be refused.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why the action is not allowed. `null` when it is allowed.' }),
  }),
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
    resolve: ({ status, timelineRevision, draft, ...use }, _args, { today }) => {
      const drafted = draft && { ...toFinalize(draft), today, merge: false };
      return availableAccountActions({ status, draft: drafted, use: toAccountUse({ timelineRevision, ...use }, today) });
    },
  }),
);
