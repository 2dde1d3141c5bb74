import { describe, expect, it } from 'vitest';
import { noUsage } from '../../src/engine/d1/metered.ts';
import { Budget } from '../../src/operations/budget.ts';

const taken = (statements: number) => ({ ...noUsage(), statements });

describe('a budget', () => {
  it('is spent after 800 statements, those of the request included', () => {
    expect(new Budget(taken(799)).isSpent).toBe(false);
    expect(new Budget(taken(800)).isSpent).toBe(true);
    const budget = new Budget(taken(300));
    budget.usage.statements += 499;
    expect(budget.isSpent).toBe(false);
    budget.usage.statements += 1;
    expect(budget.isSpent).toBe(true);
  });

  it('has parts that count together, and end sooner, never later', () => {
    const budget = new Budget();
    const [jobs, erasures, all] = [budget.upTo(400), budget.upTo(550), budget.upTo(10_000)];
    const spent = () => [jobs, erasures, all].map(({ isSpent }) => isSpent);
    jobs.usage.statements += 400;
    expect(spent()).toEqual([true, false, false]);
    erasures.usage.statements += 150;
    expect(spent()).toEqual([true, true, false]);
    budget.usage.statements += 250;
    expect(spent()).toEqual([true, true, true]);
  });
});
