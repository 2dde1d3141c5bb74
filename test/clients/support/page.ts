import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// Nothing is timed: a busy machine may take long to answer. Milliseconds.
configure({ asyncUtilTimeout: 30_000 });

/** A client that loses cached data, or is used in a way that it advises against, says so on the console alone. */
const complaints: unknown[][] = [];

beforeEach(() => {
  complaints.length = 0;
  for (const method of ['error', 'warn'] as const) vi.spyOn(console, method).mockImplementation((...words) => complaints.push(words));
});

afterEach(() => {
  cleanup();
  expect(complaints).toEqual([]);
});
