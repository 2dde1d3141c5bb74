import { exports } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '../../examples/client/fetch.ts';
import { AccountPageDocument, AccountsDocument, AnswerProposalDocument, documentIdOf } from '../../schema/client/documents.js';
import { openShop, type Shop } from '../support/shop.ts';

/** What the Worker was sent, and what it answered, in order. */
const sent: { readonly headers: Headers; readonly body: Readonly<Record<string, unknown>> }[] = [];
const bookmarks: (string | null)[] = [];

let shop: Shop;
let run: ReturnType<typeof clientOf>;

beforeAll(async () => {
  shop = await openShop();
  const send: typeof fetch = async (_url, init) => {
    const headers = new Headers(init?.headers);
    sent.push({ headers, body: JSON.parse(String(init?.body)) });
    headers.set('x-test-now', shop.org.now);
    headers.set('x-test-trusted-only', 'yes');
    const answer = await exports.default.fetch('https://api.example.com/graphql', { ...init, headers });
    bookmarks.push(answer.headers.get('x-d1-bookmark'));
    return answer;
  };
  run = clientOf('https://api.example.com/graphql', () => shop.org.token, send);
});

describe('a client of the typed documents, where nothing else may run', () => {
  it('names its document, and is answered with the types that caches need', async () => {
    const { accounts } = await run(AccountsDocument, { first: 10 });
    expect(accounts.edges.map(({ node }) => [node.__typename, node.accountId])).toEqual([['Account', 'acme']]);
    expect(sent.at(-1)?.body).toEqual({ documentId: documentIdOf(AccountsDocument), variables: { first: 10 } });
  });

  it('sends its key with a change, so that sending it again changes nothing', async () => {
    const offer = { accountId: 'acme', type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack, paymentMode: 'POSTPAID' };
    const { proposalId } = await shop.org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', offer, 'proposal');
    for (let attempt = 0; attempt < 2; attempt++) {
      const { updateProposalStatus } = await run(AnswerProposalDocument, { proposalId, status: 'APPROVE' }, 'answer-1');
      expect(updateProposalStatus).toMatchObject({ proposal: { status: 'PROPOSAL_APPROVED' }, userErrors: [] });
    }
    expect(sent.at(-1)?.headers.get('idempotency-key')).toBe('answer-1');
  });

  it('reads its own writes: it goes on from the last bookmark', async () => {
    await run(AccountPageDocument, { accountId: 'acme', day: '2026-11-21' });
    expect(sent[0]?.headers.get('x-d1-bookmark')).toBeNull();
    expect(sent.at(-1)?.headers.get('x-d1-bookmark')).toBe(bookmarks.at(-2));
  });

  it('throws the errors of a request that was not answered', async () => {
    const stranger = clientOf('https://api.example.com/graphql', () => 'nobody', exports.default.fetch.bind(exports.default));
    await expect(stranger(AccountsDocument, { first: 1 })).rejects.toMatchObject({ cause: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });
});
