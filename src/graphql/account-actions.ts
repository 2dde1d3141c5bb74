import { type AccountAction, type AccountActionAvailability, availableAccountActions } from '../domain/account-actions.ts';
import { toAccountUse, usedAt } from '../store/accounts.ts';
import { Account } from './account.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';

const AccountActionEnum = builder.enumType('AccountAction', {
  description: 'What can be done with an account.',
  values: describedEnum({
    UPDATE: '`updateAccount`, `addAccountAliases`, `removeAccountAliases`.',
    ARCHIVE: '`deleteAccount`.',
    ASSOCIATE: '`updatePricingSchedule`, `updatePricingScheduleBatch`.',
    EDIT_SCHEDULES: '`bulkEditSchedules`.',
    FINALIZE_SCHEDULES: '`finalizeAccountSchedules`.',
    DISCARD_SCHEDULES: '`discardAccountSchedules`.',
    CREATE_PROPOSAL: '`createProposal`.',
    INITIATE_PURCHASE: '`initiatePurchase`.',
  } satisfies Record<AccountAction, string>),
});

const AvailableAccountAction = builder.objectRef<AccountActionAvailability>('AvailableAccountAction').implement({
  description: 'Whether an action on an account would be accepted now.',
  fields: (t) => ({
    action: t.expose('action', { type: AccountActionEnum, description: 'What would be done.' }),
    allowed: t.exposeBoolean('allowed', {
      description: 'Whether it would be, as far as the account goes: its input, or the issues of its draft, may still be refused.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why not, for people; null when it is allowed.' }),
  }),
});

builder.drizzleObjectField(Account, 'availableActions', (t) =>
  t.field({
    type: [AvailableAccountAction],
    description: 'Every action, with whether it would be accepted now.',
    select: (_args, { store, now }) => ({
      columns: { status: true, timelineRevision: true },
      extras: usedAt(store, { now }),
      with: { draft: { columns: { baseTimelineRevision: true } } },
    }),
    resolve: ({ status, timelineRevision, draft, ...use }, _args, { today }) => [
      ...availableAccountActions({ status, timelineRevision, draft, use: toAccountUse({ timelineRevision, ...use }, today) }),
    ],
  }),
);
