import { describe, expect, test } from 'vitest';
import {
  availableJobActions,
  confirmJob,
  entryOutcome,
  type JobFacts,
  jobState,
  rejectJob,
  remainingEntries,
} from '../../src/domain/job.ts';
import { precondition } from '../../src/domain/refusal.ts';
import { ok, refuse } from '../../src/domain/result.ts';

const NOW = 1_000;
const LATER = 2_000;
const UNCHANGED = { ok: true, value: { changed: false } };

/** A job of three accounts that needs no confirmation, unless said otherwise. */
const job = (other: Partial<JobFacts> = {}): JobFacts => ({
  requiresConfirmation: false,
  confirmedAt: null,
  cancelledAt: null,
  totalEntries: 3,
  completedEntries: 0,
  failedEntries: 0,
  updatedAt: NOW,
  ...other,
});
const WAITING = job({ requiresConfirmation: true });
const CONFIRMED = job({ requiresConfirmation: true, confirmedAt: NOW });
const REJECTED = job({ requiresConfirmation: true, cancelledAt: NOW });
const refused = (from: string, to: string) => ({ refusals: [{ kind: 'IllegalTransition', code: 'ILLEGAL_TRANSITION', from, to }] });

describe('The status of a job', () => {
  test.each([
    ['PENDING', 'before any entry has ended', job()],
    ['IN_PROGRESS', 'when one has ended', job({ failedEntries: 1 })],
    ['COMPLETED', 'when all are completed', job({ completedEntries: 3 })],
    ['FAILED', 'when all have ended and one failed', job({ completedEntries: 2, failedEntries: 1 })],
    ['COMPLETED', 'at once where there is no entry', job({ totalEntries: 0 })],
    ['COMPLETED', 'at once where there is nothing to confirm', { ...WAITING, totalEntries: 0 }],
    ['WAITING_FOR_CONFIRMATION', 'until it is confirmed', WAITING],
    ['PENDING', 'once it is confirmed', CONFIRMED],
    ['CANCELLED', 'once it is rejected, whatever had ended', job({ completedEntries: 1, cancelledAt: LATER })],
  ])('is %s %s', (status, _when, facts) => {
    expect(jobState(facts).status).toBe(status);
  });

  test('is settled when the last entry has ended, or by the rejection', () => {
    expect(jobState(job({ completedEntries: 3, updatedAt: LATER })).settledAt).toBe(LATER);
    expect(jobState(job({ cancelledAt: LATER })).settledAt).toBe(LATER);
    expect([job(), WAITING, job({ completedEntries: 1 })].map((facts) => jobState(facts).settledAt)).toEqual([null, null, null]);
  });

  test('tells what is left: pending while it goes on, cancelled when it was rejected', () => {
    expect(remainingEntries(job({ completedEntries: 1 }))).toEqual({ pending: 2, cancelled: 0 });
    expect(remainingEntries(job({ completedEntries: 1, cancelledAt: NOW }))).toEqual({ pending: 0, cancelled: 2 });
  });
});

describe('A job that waits', () => {
  test('begins when it is confirmed, and confirming twice is confirming once, whatever has become of it', () => {
    expect(confirmJob(WAITING, LATER, ok())).toMatchObject({ value: { changed: true, state: { status: 'PENDING', confirmedAt: LATER } } });
    for (const facts of [CONFIRMED, { ...CONFIRMED, completedEntries: 1 }, { ...CONFIRMED, completedEntries: 3 }]) {
      expect(confirmJob(facts, LATER, ok())).toEqual(UNCHANGED);
    }
  });

  test('never begins when it is rejected, and rejecting twice is rejecting once', () => {
    expect(rejectJob(WAITING, LATER)).toMatchObject({ value: { changed: true, state: { status: 'CANCELLED', settledAt: LATER } } });
    expect(rejectJob(REJECTED, LATER)).toEqual(UNCHANGED);
    expect(confirmJob(REJECTED, LATER, ok())).toMatchObject(refused('CANCELLED', 'PENDING'));
    expect(confirmJob({ ...CONFIRMED, cancelledAt: LATER }, LATER, ok())).toMatchObject(refused('CANCELLED', 'PENDING'));
  });
});

describe('A job that goes on', () => {
  test('can be stopped where it has got to', () => {
    for (const facts of [job(), CONFIRMED, job({ completedEntries: 2 })]) {
      expect(rejectJob(facts, LATER)).toMatchObject({ value: { changed: true, state: { status: 'CANCELLED' } } });
    }
  });

  test('needs no confirmation that it did not ask for', () => {
    expect(confirmJob(job(), LATER, ok())).toMatchObject(refused('PENDING', 'PENDING'));
    expect(confirmJob(job({ completedEntries: 1 }), LATER, ok())).toMatchObject(refused('IN_PROGRESS', 'PENDING'));
  });
});

test.each([
  ['COMPLETED', job({ completedEntries: 3 })],
  ['FAILED', job({ failedEntries: 3 })],
])('a job that is %s is over', (status, facts) => {
  expect(rejectJob(facts, LATER)).toMatchObject(refused(status, 'CANCELLED'));
  expect(confirmJob(facts, LATER, ok())).toMatchObject(refused(status, 'PENDING'));
});

test('a job is not confirmed while its target can take no accounts, and can be rejected', () => {
  const archived = refuse(precondition('BILLABLE_ARCHIVED', 'The item is archived.'));
  expect(confirmJob(WAITING, LATER, archived)).toEqual(archived);
  expect(confirmJob(CONFIRMED, LATER, archived)).toEqual(UNCHANGED);
  expect(availableJobActions(WAITING, LATER, archived)).toMatchObject([{ allowed: false, code: 'BILLABLE_ARCHIVED' }, { allowed: true }]);
});

test('what can be done with a job is what would be done, with the reason for the rest', () => {
  const allowed = (facts: JobFacts) => availableJobActions(facts, NOW, ok()).flatMap(({ action, allowed: is }) => (is ? [action] : []));
  expect([WAITING, CONFIRMED, job({ completedEntries: 1 }), job({ completedEntries: 3 }), REJECTED].map(allowed)).toEqual([
    ['CONFIRM', 'REJECT'],
    ['REJECT'],
    ['REJECT'],
    [],
    [],
  ]);
  expect(availableJobActions(REJECTED, NOW, ok())).toMatchObject([
    { reason: 'The job is CANCELLED: it is not waiting for confirmation.' },
    { reason: 'This has been done already.' },
  ]);
});

describe('An entry', () => {
  test('is completed by what it did, or where there was nothing to do, and says so', () => {
    expect(entryOutcome(ok([]), 'Nothing.')).toEqual({ status: 'COMPLETED', reason: null });
    expect(entryOutcome(ok(null), 'Nothing.')).toEqual({ status: 'COMPLETED', reason: { code: 'NOTHING_TO_CHANGE', message: 'Nothing.' } });
  });

  test('fails with the first reason why it was refused', () => {
    const refusals = [precondition('CURRENCY_NOT_SUPPORTED', 'No price.'), precondition('ARCHIVED', 'Gone.')] as const;
    expect(entryOutcome(refuse(...refusals), '')).toEqual({
      status: 'FAILED',
      reason: { code: 'CURRENCY_NOT_SUPPORTED', message: 'No price.' },
    });
  });
});
