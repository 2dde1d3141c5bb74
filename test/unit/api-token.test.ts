import { describe, expect, it } from 'vitest';
import { ID_ALPHABET } from '../../src/domain/id.ts';
import { hashToken, isWellFormedToken, makeToken, parseNewToken, tokenPrefix } from '../../src/domain/token/api-token.ts';

const digits = (from: number) => (count: number) =>
  Array.from({ length: count }, (_, i) => ID_ALPHABET.charAt((from + i * 7) % 62)).join('');
const TOKEN = makeToken(digits(0));

describe('an API token', () => {
  it('is `tg_live_`, 30 random digits and a checksum of 6', () => {
    expect(TOKEN).toBe(`tg_live_${digits(0)(30)}${TOKEN.slice(-6)}`);
    expect(TOKEN).toMatch(/^tg_live_[0-9A-Za-z]{36}$/);
    expect(isWellFormedToken(TOKEN)).toBe(true);
  });

  it('takes every digit from the randomness it is given', () => {
    expect(makeToken(digits(0))).toBe(TOKEN);
    expect(makeToken(digits(1))).not.toBe(TOKEN);
  });

  it('is recognized as mistyped, whichever digit is wrong', () => {
    for (let i = 'tg_live_'.length; i < TOKEN.length; i++) {
      const wrong = TOKEN.charAt(i) === 'x' ? 'y' : 'x';
      expect([i, isWellFormedToken(TOKEN.slice(0, i) + wrong + TOKEN.slice(i + 1))]).toEqual([i, false]);
    }
  });

  it('is recognized as mistyped when two neighbours of its secret are swapped', () => {
    const [a, b] = [TOKEN.charAt(8), TOKEN.charAt(9)];
    expect(isWellFormedToken(`tg_live_${b}${a}${TOKEN.slice(10)}`)).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['one digit less', TOKEN.slice(0, -1)],
    ['one digit more', `${TOKEN}0`],
    ['another prefix', TOKEN.replace('live', 'test')],
    ['upper case', TOKEN.toUpperCase()],
    ['white space around it', ` ${TOKEN}`],
    ['a line after it', `${TOKEN}\n`],
  ])('is not %s', (_title, text) => {
    expect(isWellFormedToken(text)).toBe(false);
  });

  it('is stored as the SHA-256 of all of it', () => {
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(hashToken(TOKEN)).not.toBe(hashToken(makeToken(digits(1))));
  });

  it('is shown by a prefix that says 4 of its 30 digits', () => {
    expect(tokenPrefix(TOKEN)).toBe(`tg_live_${digits(0)(4)}`);
  });
});

describe('a new token', () => {
  const now = Date.UTC(2026, 10, 21, 8);
  const creatorScopes = new Set(['accounts:read', 'plans:read'] as const);
  type Scope = 'accounts:read' | 'plans:read' | 'plans:write';
  const parse = (other: { name?: string; scopes?: readonly Scope[]; expiresAt?: number | null }) =>
    parseNewToken<Scope>({ name: 'ci', scopes: ['plans:read'], ...other }, { creatorScopes, now });

  it('has the scopes that it is given, each once, in one order', () => {
    expect(parse({ scopes: ['plans:read', 'accounts:read', 'plans:read'] })).toMatchObject({
      ok: true,
      value: { name: 'ci', scopes: ['accounts:read', 'plans:read'], expiresAt: null },
    });
  });

  it('may end from the next millisecond on, and not now', () => {
    expect(parse({ expiresAt: now + 1 })).toMatchObject({ ok: true, value: { expiresAt: now + 1 } });
    expect(parse({ expiresAt: now })).toMatchObject({ ok: false, refusals: [{ code: 'INVALID_VALUE', path: ['expiresAt'] }] });
  });

  it('is refused for everything that is wrong at once, each scope that its creator lacks by its place', () => {
    expect(parse({ name: '', scopes: ['plans:read', 'plans:write'], expiresAt: 0 })).toMatchObject({
      ok: false,
      refusals: [
        { path: ['name'] },
        { code: 'SCOPE_NOT_HELD', path: ['scopes', 1], message: expect.stringContaining('`PLANS_WRITE`') },
        { path: ['expiresAt'], message: expect.stringContaining('1970-01-01T00:00:00.000Z') },
      ],
    });
  });

  it('is refused without a scope', () => {
    expect(parse({ scopes: [] })).toMatchObject({ ok: false, refusals: [{ code: 'INVALID_VALUE', path: ['scopes'] }] });
  });
});
