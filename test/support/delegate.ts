import type { Organization } from './organization.ts';

/** What the Worker under test signs delegate tokens with. */
export const DELEGATE_SECRET = 'a secret of tests, of more than 32 bytes';

/** What the Worker under test derives the secrets of webhooks from. */
export const WEBHOOK_SECRET = 'another secret of tests, of more than 32 bytes';

/** The organization as a browser asks it that was given a delegate token. */
export async function delegateFor(
  org: Organization,
  accountIds: readonly string[],
  access: 'READ' | 'DECIDE_PROPOSALS' = 'READ',
): Promise<Organization> {
  return org.with(await org.done<string>('createDelegateToken', 'token', { accountIds, access }, 'token'));
}

/** A key set as an issuer publishes it, with one key on the curve P-256. */
export const KEY_SET = {
  keys: [
    {
      kty: 'EC',
      crv: 'P-256',
      x: 'T7DDeZgxT36-EE-2L5XoY7iuZa_xlJmQ1SoLAu6UFho',
      y: '2HbAgX9crMXZO6VZPPLarvwYBkHZE4vV_6WjPgkqNp0',
      kid: 'one',
    },
  ],
};
