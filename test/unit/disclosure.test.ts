import { describe, expect, it } from 'vitest';
import { finalizeBlocked } from '../../src/domain/issue.ts';
import { invalid, notFound, precondition, REFUSAL_CODES, type RefusalCode } from '../../src/domain/refusal.ts';
import { disclosed } from '../../src/operations/disclosure.ts';
import { furtherText, lackText, requiredAlways, requiredFor, SCOPES, type Scope } from '../../src/operations/scope.ts';

const CODES = Object.keys(REFUSAL_CODES) as RefusalCode[];
const all: ReadonlySet<Scope> = new Set(SCOPES);
const none: ReadonlySet<Scope> = new Set();

describe('a refusal', () => {
  it('is told as it is to a token that may read everything', () => {
    const refusals = CODES.map((code) => precondition(code, 'A secret.', ['accountId']));
    expect(disclosed(refusals, 'schedules:write', all)).toEqual(refusals);
  });

  it('keeps its code and its path, and names the scopes that its details require, for a token that may only write', () => {
    const refusal = precondition('PLAN_NOT_ASSOCIABLE', 'The plan "Secret" is archived.', ['pricePlanId']);
    expect(disclosed([refusal], 'schedules:write', none)).toEqual([
      {
        kind: 'Precondition',
        code: 'PLAN_NOT_ASSOCIABLE',
        path: ['pricePlanId'],
        message: `${REFUSAL_CODES.PLAN_NOT_ASSOCIABLE} The details require \`ACCOUNTS_READ\`, \`PLANS_READ\` and \`SCHEDULES_READ\`.`,
      },
    ]);
  });

  it.each(CODES)('%s shows none of its facts unless they tell of nothing but the input', (code) => {
    const [result] = disclosed([{ kind: 'Conflict', code, message: 'At 2027.', path: [], currentRevision: 2027 }], 'schedules:write', none);
    const tellsOfInput = [
      'NOT_FOUND',
      'IDEMPOTENCY_KEY_REUSED',
      'EMPTY_PERIOD',
      'SCOPE_NOT_HELD',
      'DELEGATION_UNAVAILABLE',
      'WEBHOOKS_UNAVAILABLE',
    ];
    expect([code, JSON.stringify(result).includes('2027')]).toEqual([code, tellsOfInput.includes(code)]);
  });

  it('of the input itself, or of an id that does not exist, is told to everybody', () => {
    const refusals = [invalid('At most 100, not 101.', ['first']), notFound('account', 'acme', ['accountId'])];
    expect(disclosed(refusals, 'accounts:write', none)).toEqual(refusals);
  });

  it('of a finalize shows its issues to a token that reads plans', () => {
    const issue = { code: 'RATE_MISSING', entityType: 'RATE_CARD', entityId: 'fee', referenceId: 'v', errorMessage: 'No rate.' } as const;
    const blocked = finalizeBlocked([issue], ['pricePlanId']);
    expect(disclosed([blocked], 'plans:write', new Set<Scope>(['plans:write', 'plans:read']))).toEqual([blocked]);
    expect(JSON.stringify(disclosed([blocked], 'plans:write', none))).not.toContain('No rate.');
  });
});

describe('what a verb requires', () => {
  const verb = {
    scope: 'schedules:write',
    alsoRequires: [
      { scope: 'schedules:finalize' },
      { scope: 'accounts:write', condition: { when: 'if `preActions` are given', holds: ({ given }: { given: boolean }) => given } },
    ],
  } as const;

  it('depends on its input where a condition says so, and is said in the same terms', () => {
    expect(requiredFor(verb, { given: false })).toEqual(['schedules:write', 'schedules:finalize']);
    expect(requiredFor(verb, { given: true })).toEqual(['schedules:write', 'schedules:finalize', 'accounts:write']);
    expect(requiredAlways(verb)).toEqual(['schedules:write', 'schedules:finalize']);
    expect(furtherText(verb)).toBe('Also requires `ACCOUNTS_WRITE` if `preActions` are given.');
  });

  it('is lacking in words that name every scope', () => {
    expect(lackText(['accounts:read'])).toBe('This token lacks the scope `ACCOUNTS_READ`.');
    expect(lackText(['accounts:read', 'plans:read', 'audit:read'])).toBe(
      'This token lacks the scopes `ACCOUNTS_READ`, `PLANS_READ` and `AUDIT_READ`.',
    );
  });
});
