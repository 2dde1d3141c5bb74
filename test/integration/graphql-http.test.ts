import { exports } from 'cloudflare:workers';
import { serverAudits } from 'graphql-http';
import { beforeAll, describe, expect, it } from 'vitest';
import { NOW, Organization } from '../support/organization.ts';

let token = '';
beforeAll(async () => {
  ({ token } = await Organization.begin());
});

/** The audits' own requests, with a token. */
const fetchFn = (url: string, init?: RequestInit) => {
  const headers = new Headers(init?.headers);
  headers.set('authorization', `Bearer ${token}`);
  headers.set('x-test-now', NOW);
  return exports.default.fetch(url, { ...init, headers });
};

const audits = serverAudits({ url: 'https://api.example.com/graphql', fetchFn }).map((audit) => ({
  title: `${audit.id}: ${audit.name}`,
  audit,
}));

/** What the audits themselves leave open ("MAY") is left out. */
const promised = audits.filter(({ audit }) => /^(MUST|SHOULD)/.test(audit.name));

describe('GraphQL over HTTP, as the published audits see it', () => {
  it('is audited', () => expect(promised.length).toBeGreaterThan(30));

  it.each(promised)('$title', async ({ audit }) => {
    const { status, ...found } = await audit.fn();
    expect({ status, reason: 'reason' in found ? found.reason : null }).toEqual({ status: 'ok', reason: null });
  });
});
