import { describe, expect, test } from 'vitest';
import {
  approve,
  availableActions,
  awaitsPayment,
  begin,
  complete,
  decline,
  expire,
  fail,
  initialState,
  isEffective,
  purchaseState,
  statusAt,
} from '../../src/domain/purchase/transitions.ts';
import type { Purchase, PurchaseStatus } from '../../src/domain/purchase.ts';

const NOW = Date.UTC(2026, 4, 20, 12);
const EXPIRY = NOW + 1_000;
const UNCHANGED = { ok: true, value: { changed: false } };

const proposal = (paymentMode: 'PREPAID' | 'POSTPAID', status: PurchaseStatus = 'PROPOSAL_ACTIVE'): Purchase => {
  const answered = status !== 'PROPOSAL_ACTIVE' && status !== 'PROPOSAL_EXPIRED';
  return {
    ...purchaseState({ isProposal: true, status, comment: null, respondedAt: answered ? NOW : null }),
    paymentMode,
    expiresAt: EXPIRY,
  };
};
const purchase = (status: PurchaseStatus = 'PENDING'): Purchase => ({
  ...purchaseState({ isProposal: false, status, comment: null, respondedAt: null }),
  paymentMode: 'PREPAID',
  expiresAt: null,
});
const refusedMove = (from: PurchaseStatus, to: PurchaseStatus) => ({
  refusals: [{ kind: 'IllegalTransition', code: 'ILLEGAL_TRANSITION', from, to }],
});
const movesTo = (status: PurchaseStatus, appliesEffect: boolean) => ({
  ok: true,
  value: { changed: true, appliesEffect, state: { status } },
});

describe('A purchase', () => {
  test('waits for its payment, which begins and then succeeds or fails; only success applies the effect', () => {
    expect(initialState(false)).toMatchObject({ status: 'PENDING' });
    expect(begin(purchase('PENDING'), NOW)).toMatchObject(movesTo('IN_PROGRESS', false));
    expect(complete(purchase('IN_PROGRESS'), NOW)).toMatchObject(movesTo('SUCCESS', true));
    expect(fail(purchase('IN_PROGRESS'), NOW)).toMatchObject(movesTo('FAILURE', false));
  });

  test('may be told its outcome while PENDING: payment had begun, only nobody said so', () => {
    expect(complete(purchase('PENDING'), NOW)).toMatchObject(movesTo('SUCCESS', true));
    expect(fail(purchase('PENDING'), NOW)).toMatchObject(movesTo('FAILURE', false));
  });

  test('takes the same outcome twice as once, and never another', () => {
    expect(complete(purchase('SUCCESS'), NOW)).toEqual(UNCHANGED);
    expect(fail(purchase('FAILURE'), NOW)).toEqual(UNCHANGED);
    expect(fail(purchase('SUCCESS'), NOW)).toMatchObject(refusedMove('SUCCESS', 'FAILURE'));
    expect(complete(purchase('FAILURE'), NOW)).toMatchObject(refusedMove('FAILURE', 'SUCCESS'));
    expect(begin(purchase('SUCCESS'), NOW)).toMatchObject(refusedMove('SUCCESS', 'IN_PROGRESS'));
  });

  test.each(['PENDING', 'IN_PROGRESS', 'SUCCESS', 'FAILURE'] as const)(
    'is no proposal: while %s it is neither approved nor declined',
    (status) => {
      expect(approve(purchase(status), NOW)).toMatchObject(refusedMove(status, 'PROPOSAL_APPROVED'));
      expect(decline(purchase(status), NOW)).toMatchObject(refusedMove(status, 'PROPOSAL_DECLINED'));
      expect(expire(purchase(status), NOW)).toMatchObject(refusedMove(status, 'PROPOSAL_EXPIRED'));
    },
  );
});

describe('A proposal', () => {
  test('paid afterwards applies its effect with the approval, and rests there', () => {
    expect(approve(proposal('POSTPAID'), NOW, 'Agreed')).toEqual({
      ok: true,
      value: {
        changed: true,
        appliesEffect: true,
        state: { isProposal: true, status: 'PROPOSAL_APPROVED', comment: 'Agreed', respondedAt: NOW },
      },
    });
    expect(complete(proposal('POSTPAID', 'PROPOSAL_APPROVED'), NOW)).toMatchObject(refusedMove('PROPOSAL_APPROVED', 'SUCCESS'));
    expect(fail(proposal('POSTPAID', 'PROPOSAL_APPROVED'), NOW)).toMatchObject(refusedMove('PROPOSAL_APPROVED', 'FAILURE'));
  });

  test('paid beforehand waits for payment after its approval, and keeps the response', () => {
    expect(approve(proposal('PREPAID'), NOW)).toMatchObject(movesTo('PROPOSAL_APPROVED', false));
    const approved: Purchase = { ...proposal('PREPAID', 'PROPOSAL_APPROVED'), paymentMode: 'PREPAID' };
    expect(complete(approved, NOW + 9_999)).toMatchObject({
      value: { appliesEffect: true, state: { status: 'SUCCESS', respondedAt: NOW } },
    });
    expect(fail(approved, NOW)).toMatchObject(movesTo('FAILURE', false));
  });

  test('approved twice is approved once, also when it has been paid for meanwhile', () => {
    expect(approve(proposal('POSTPAID', 'PROPOSAL_APPROVED'), NOW, 'Again')).toEqual(UNCHANGED);
    expect(approve(proposal('PREPAID', 'SUCCESS'), NOW)).toEqual(UNCHANGED);
    expect(decline(proposal('POSTPAID', 'PROPOSAL_DECLINED'), NOW)).toEqual(UNCHANGED);
  });

  test('is answered for good', () => {
    expect(decline(proposal('POSTPAID', 'PROPOSAL_APPROVED'), NOW)).toMatchObject(refusedMove('PROPOSAL_APPROVED', 'PROPOSAL_DECLINED'));
    expect(approve(proposal('POSTPAID', 'PROPOSAL_DECLINED'), NOW)).toMatchObject(refusedMove('PROPOSAL_DECLINED', 'PROPOSAL_APPROVED'));
    expect(complete(proposal('PREPAID'), NOW)).toMatchObject(refusedMove('PROPOSAL_ACTIVE', 'SUCCESS'));
  });

  test('is expired from its expiry instant on, whether or not the sweep has run', () => {
    const open = proposal('POSTPAID');
    expect(statusAt(open, EXPIRY - 1)).toBe('PROPOSAL_ACTIVE');
    expect(statusAt(open, EXPIRY)).toBe('PROPOSAL_EXPIRED');
    expect(approve(open, EXPIRY - 1).ok).toBe(true);
    const refused = { refusals: [{ kind: 'IllegalTransition', code: 'PROPOSAL_EXPIRED', from: 'PROPOSAL_EXPIRED' }] };
    expect(approve(open, EXPIRY)).toMatchObject(refused);
    expect(decline(open, EXPIRY)).toMatchObject(refused);
    expect(approve(proposal('POSTPAID', 'PROPOSAL_EXPIRED'), NOW)).toMatchObject(refused);
  });

  test('is recorded as expired by the sweep, not before its time, and once', () => {
    expect(expire(proposal('POSTPAID'), EXPIRY)).toMatchObject(movesTo('PROPOSAL_EXPIRED', false));
    expect(expire(proposal('POSTPAID'), EXPIRY - 1)).toMatchObject(refusedMove('PROPOSAL_ACTIVE', 'PROPOSAL_EXPIRED'));
    expect(expire(proposal('POSTPAID', 'PROPOSAL_EXPIRED'), EXPIRY)).toEqual(UNCHANGED);
  });

  test('without an expiry never expires', () => {
    expect(statusAt({ ...proposal('POSTPAID'), expiresAt: null }, Number.MAX_SAFE_INTEGER)).toBe('PROPOSAL_ACTIVE');
  });

  test('takes a comment of at most 1,000 characters', () => {
    expect(approve(proposal('POSTPAID'), NOW, 'x'.repeat(1_001))).toMatchObject({ refusals: [{ path: ['comment'] }] });
    expect(decline(proposal('POSTPAID'), NOW, 'Too\ndear')).toMatchObject({ value: { state: { comment: 'Too\ndear' } } });
  });
});

describe('What is recorded of a purchase', () => {
  test('says whether it waits for payment and whether its effect has been applied', () => {
    const paid = [purchase('PENDING'), purchase('IN_PROGRESS'), proposal('PREPAID', 'PROPOSAL_APPROVED')];
    expect(paid.map(awaitsPayment)).toEqual([true, true, true]);
    expect(paid.map(isEffective)).toEqual([false, false, false]);
    const effective = [purchase('SUCCESS'), proposal('PREPAID', 'SUCCESS'), proposal('POSTPAID', 'PROPOSAL_APPROVED')];
    expect(effective.map(isEffective)).toEqual([true, true, true]);
    expect(effective.map(awaitsPayment)).toEqual([false, false, false]);
  });

  test('that no state has is a bug, not a refusal', () => {
    expect(() => purchaseState({ isProposal: false, status: 'PROPOSAL_ACTIVE', comment: null, respondedAt: null })).toThrow(
      'PROPOSAL_ACTIVE',
    );
    expect(() => purchaseState({ isProposal: true, status: 'PROPOSAL_APPROVED', comment: null, respondedAt: null })).toThrow();
  });
});

describe('The available actions', () => {
  const allowed = (of: Purchase, now = NOW) =>
    availableActions(of, now, 'ACTIVE').flatMap(({ action, allowed }) => (allowed ? [action] : []));

  test('are those whose transition would change something', () => {
    expect(allowed(proposal('POSTPAID'))).toEqual(['APPROVE', 'DECLINE']);
    expect(allowed(proposal('POSTPAID'), EXPIRY)).toEqual([]);
    expect(allowed(proposal('PREPAID', 'PROPOSAL_APPROVED'))).toEqual(['COMPLETE', 'FAIL']);
    expect(allowed(purchase())).toEqual(['COMPLETE', 'FAIL']);
    expect(allowed(purchase('SUCCESS'))).toEqual([]);
  });

  test('say why not, in the words of the refusal', () => {
    const reasons = (of: Purchase, status: 'ACTIVE' | 'DRAFT') =>
      availableActions(of, NOW, status).map(({ action, reason }) => `${action}: ${reason}`);
    expect(reasons(proposal('POSTPAID'), 'DRAFT')[0]).toContain('APPROVE: The account is in DRAFT');
    expect(reasons(proposal('POSTPAID', 'PROPOSAL_APPROVED'), 'ACTIVE')[0]).toBe('APPROVE: This is done already.');
    expect(reasons(purchase(), 'ACTIVE')[1]).toBe('DECLINE: A purchase that is PENDING cannot become PROPOSAL_DECLINED.');
  });
});
