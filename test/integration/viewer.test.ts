import { beforeAll, describe, expect, it } from 'vitest';
import { mutate } from '../support/catalogue.ts';
import { Organization, send } from '../support/organization.ts';

const VIEWER =
  '{ viewer { actor { actor delegate } organization { name baseCurrency } scopes expiresAt access rateLimit { limit period } } }';

interface Answer {
  readonly data: { readonly viewer: Readonly<Record<string, unknown>> };
  readonly errors?: unknown;
}

let org: Organization;
beforeAll(async () => {
  org = await Organization.begin({ baseCurrency: 'EUR' });
  await org.customer('acme');
});

async function viewerOf(token: string): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, 'x-test-now': org.now, 'x-test-any-document': 'yes' };
  return (await send('/graphql', { query: VIEWER }, headers)).json();
}

describe('viewer', () => {
  it('tells an API token its organization, scopes and limits, whatever its scopes are', async () => {
    const input = { name: 'narrow', scopes: ['PLANS_READ'], expiresAt: '2027-01-01T00:00:00Z' };
    const secret = await org.done<string>('createApiToken', 'secret', input, 'secret');
    expect(await viewerOf(secret)).toMatchObject({
      data: {
        viewer: {
          actor: { actor: expect.stringMatching(/^tok\./), delegate: null },
          organization: { name: 'Test', baseCurrency: 'EUR' },
          scopes: ['PLANS_READ'],
          expiresAt: '2027-01-01T00:00:00.000Z',
          access: null,
          rateLimit: { limit: 600, period: 60 },
        },
      },
    });
  });

  it('says of a token that it never expires', async () => {
    expect((await viewerOf(org.token)).data.viewer.expiresAt).toBeNull();
  });

  it('tells a delegate what it may do with its accounts, and nothing of the organization', async () => {
    const input = { accountIds: ['acme'], access: 'DECIDE_PROPOSALS' };
    const { token, delegateTokenId, expiresAt } = await mutate<Record<'token' | 'delegateTokenId' | 'expiresAt', string>>(
      org,
      'createDelegateToken',
      input,
      'token delegateTokenId expiresAt',
    );
    expect(await viewerOf(token)).toMatchObject({
      data: {
        viewer: {
          actor: { actor: expect.stringMatching(/^tok\./), delegate: delegateTokenId },
          organization: null,
          expiresAt,
          access: 'DECIDE_PROPOSALS',
        },
      },
    });
  });
});
