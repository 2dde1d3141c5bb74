import type { DelegateAccess } from '../domain/delegate-token.ts';
import { createDelegateToken } from '../operations/delegate-token/create.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { decided, mutation } from './payload.ts';

export const DelegateAccessEnum = builder.enumType('DelegateAccess', {
  description: 'What a delegate token may do with its accounts.',
  values: describedEnum({
    READ: 'See them, as far as the token may that makes it.',
    DECIDE_PROPOSALS: 'The same, and approve and decline their proposals by `updateProposalStatus`.',
  } satisfies Record<DelegateAccess, string>),
});

mutation(createDelegateToken, {
  description:
    'Makes a short-lived token for the browser of a customer: it sees some accounts of that customer, with their schedules, proposals and purchases, and nothing else of the organization. It is stored nowhere, cannot be revoked by itself, and ends with the token that makes it.',
  input: builder.inputType('CreateDelegateTokenInput', {
    description: 'Whom a delegate token is for.',
    fields: (t) => ({
      accountIds: t.stringList({
        required: true,
        description: "The accounts that it sees, 1 to 5 of one customer, by the caller's own ids.",
      }),
      access: t.field({ type: DelegateAccessEnum, required: true, description: 'What it may do with them.' }),
      expiresInSeconds: t.int({ description: 'How long it is good, 60 to 3,600 seconds; absent: 900.' }),
    }),
  }),
  payload: {
    delegateTokenId: decided(
      { type: 'String', description: 'What the audit log calls its bearer: `AuditEntry.delegate`. Null when refused.' },
      (changed) => changed.delegateTokenId,
    ),
    token: decided(
      {
        type: 'String',
        description:
          'What the browser sends as `Authorization: Bearer <token>`, a JWT. Shown only here. Null when refused, and of a replay.',
      },
      (changed) => changed.token,
    ),
    expiresAt: decided(
      { type: 'DateTime', description: 'The first instant at which it is no longer valid. Null when refused.' },
      (changed) => changed.expiresAt,
    ),
  },
});
