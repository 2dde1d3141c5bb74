import { describe, expect, it } from 'vitest';
import { parseWebhookUrl } from '../../src/domain/webhook/webhook.ts';

const RULES = { allowsLocalhost: false, ownHost: 'api.example.com' };

describe('the address of a webhook', () => {
  it.each(['https://example.com/events', 'https://hooks.example.com./events', 'https://example.com:443/'])('may be %s', (url) => {
    expect(parseWebhookUrl(url, RULES).ok).toBe(true);
  });

  it.each([
    ['https://api.example.com/events', 'is this API itself'],
    ['https://API.example.com./events', 'is this API itself'],
    ['https://2130706433/events', 'not the name of a public host'],
    ['https://localhost./events', 'not the name of a public host'],
    ['http://localhost:3000/events', 'https address on port 443'],
    ['https://example.com:8443/events', 'https address on port 443'],
    ['https://user:secret@example.com/events', 'https address on port 443'],
  ])('is refused: %s', (url, message) => {
    expect(parseWebhookUrl(url, RULES)).toMatchObject({
      ok: false,
      refusals: [{ code: 'INVALID_VALUE', message: expect.stringContaining(message) }],
    });
  });

  it('may be of this machine only where the deployment delivers there', () => {
    expect(parseWebhookUrl('http://localhost:3000/events', { ...RULES, allowsLocalhost: true }).ok).toBe(true);
  });
});
