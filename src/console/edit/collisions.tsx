import { periodText, wordsOf } from '../format.ts';
import { Table } from '../part/table.tsx';

/** An edit of a draft on days that have changed in the contract since. */
export interface Collision {
  readonly mode: string;
  readonly effectiveFrom: string;
  readonly effectiveUntil: string;
  readonly movedFrom: string;
  readonly movedUntil: string;
}

/** The edits that keep a draft from being rebased, each with the days on which the contract has changed. */
export function Collisions({ collisions }: { readonly collisions: readonly Collision[] }) {
  return (
    <Table
      caption="Collisions"
      rows={collisions}
      keyOf={({ mode, effectiveFrom, movedFrom }) => `${mode} ${effectiveFrom} ${movedFrom}`}
      empty="No edit collides."
      columns={[
        { heading: 'Edit', cell: ({ mode }) => wordsOf(mode) },
        {
          heading: 'Its days',
          cell: ({ effectiveFrom, effectiveUntil }) => periodText({ startDate: effectiveFrom, endDate: effectiveUntil }),
        },
        { heading: 'Changed days', cell: ({ movedFrom, movedUntil }) => periodText({ startDate: movedFrom, endDate: movedUntil }) },
      ]}
    />
  );
}
