import type { DelegateAccess } from '../../domain/token/delegate-token.ts';
import { createDelegateToken } from '../../operations/delegate-token/create.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { decided, mutation } from '../payload.ts';

export const DelegateAccessEnum = builder.enumType('DelegateAccess', {
  description: 'What a delegate token can do with its accounts.',
  values: describedEnum({
    READ: 'Reads the accounts, as far as the token that creates it can.',
    DECIDE_PROPOSALS: 'Reads the accounts, and approves and declines their proposals by `updateProposalStatus`.',
  } satisfies Record<DelegateAccess, string>),
});

mutation(createDelegateToken, {
  description:
    'Creates a short-lived token for the browser of a customer. It reads some accounts of that customer with their schedules, proposals and purchases, and nothing else of the organization. It is not stored, cannot be revoked by itself, and stops working when the creating token does.',
  input: builder.inputType('CreateDelegateTokenInput', {
    description: 'The delegate token to create.',
    fields: (t) => ({
      accountIds: t.stringList({
        required: true,
        description: 'Ids of the accounts that the token can read, as the caller chose them: 1 to 5 accounts of one customer.',
      }),
      access: t.field({ type: DelegateAccessEnum, required: true, description: 'What the token can do with the accounts.' }),
      expiresInSeconds: t.int({ description: 'Lifetime in seconds, 60 to 3,600. Defaults to 900.' }),
    }),
  }),
  payload: {
    delegateTokenId: decided(
      {
        type: 'String',
        description: 'Id of the token, which the audit log names as `AuditEntry.delegate`. `null` when the change was refused.',
      },
      (changed) => changed.delegateTokenId,
    ),
    token: decided(
      {
        type: 'String',
        description:
          'The token, a JWT, which the browser sends as `Authorization: Bearer <token>`. It is returned only once. `null` when the change was refused, and on a replay.',
      },
      (changed) => changed.token,
    ),
    expiresAt: decided(
      { type: 'DateTime', description: 'First instant at which the token is no longer valid. `null` when the change was refused.' },
      (changed) => changed.expiresAt,
    ),
  },
});
