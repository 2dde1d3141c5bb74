import { describe, expect, it } from 'vitest';
import { offsetFrom } from '../../scripts/clock.ts';
import { clockOf, clockWithOffset, systemClock } from '../../src/clock.ts';
import { now } from '../support/clock.ts';

/** Milliseconds within which two readings of one clock follow each other on the slowest machine. */
const MOMENT = 60_000;
const isAbout = (instant: number, expected: number): boolean => Math.abs(instant - expected) < MOMENT;

describe('a clock', () => {
  it('runs ahead of the machine by its offset', () => {
    expect(isAbout(clockWithOffset(86_400_000)(), systemClock() + 86_400_000)).toBe(true);
  });

  it('of the tests starts from NOW, where that is set', () => {
    const { NOW } = process.env;
    expect(now()).toBeGreaterThanOrEqual(NOW ? Date.parse(NOW) : systemClock() - MOMENT);
  });
});

describe('the clock of a Worker', () => {
  it('can be moved under DEVELOPMENT', () => {
    const clock = clockOf({ DEVELOPMENT: 'true', CLOCK_OFFSET: '31536000000' });
    expect(isAbout(clock(), systemClock() + 31_536_000_000)).toBe(true);
  });

  it.each([
    ['without DEVELOPMENT', { CLOCK_OFFSET: '31536000000' }],
    ['under a DEVELOPMENT other than true', { DEVELOPMENT: 'false', CLOCK_OFFSET: '31536000000' }],
    ['without an offset', { DEVELOPMENT: 'true' }],
    ['with an offset that is no number', { DEVELOPMENT: 'true', CLOCK_OFFSET: 'tomorrow' }],
  ])('is the true time %s', (_title, variables) => {
    expect(isAbout(clockOf(variables)(), systemClock())).toBe(true);
  });
});

describe('NOW', () => {
  const machineTime = Date.parse('2026-11-30T12:00:00Z');

  it.each([
    ['2026-11-30T12:00:01Z', 1_000],
    ['2026-11-30T12:00:00.250Z', 250],
    ['2026-12-01', 43_200_000],
    ['2024-02-29T12:00:00Z', -86_832_000_000],
    ['', 0],
    [undefined, 0],
  ])('set to %j is %i ms from the machine time', (NOW, offset) => {
    expect(offsetFrom(NOW, machineTime)).toBe(offset);
  });

  it.each([
    'tomorrow',
    '2027-02-29',
    '2027-01-30T24:00:00Z',
    '2027-01-30T10:00:00+01:00',
    '2027-1-3',
    '1999-12-31',
    '2500-01-01',
    '1764504000',
  ])('set to %j is refused by name', (NOW) => {
    expect(() => offsetFrom(NOW, machineTime)).toThrow(`such as 2028-02-29T23:59:30Z or 2027-01-30, not "${NOW}".`);
  });
});
