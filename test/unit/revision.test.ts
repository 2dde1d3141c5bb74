import { describe, expect, it } from 'vitest';
import { requireRevision } from '../../src/domain/revision.ts';

describe.each(['account', 'plan'] as const)('a write to the %s', (what) => {
  it('is refused on another revision than the one that the caller names, with the current one', () => {
    expect(requireRevision(what, 6, 7)).toMatchObject({
      refusals: [
        {
          kind: 'Conflict',
          code: 'CONFLICT',
          message: `The ${what} is at revision 7, not 6. Read it again before you decide.`,
          path: ['expectedRevision'],
          currentRevision: 7,
        },
      ],
    });
    expect(requireRevision(what, 7, 7).ok).toBe(true);
    expect(requireRevision(what, null, 7).ok).toBe(true);
  });
});
