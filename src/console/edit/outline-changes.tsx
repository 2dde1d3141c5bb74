import { periodText, wordsOf } from '../format.ts';

interface Outlined {
  readonly startDate: string;
  readonly endDate: string;
  readonly pricePlanName: string;
  readonly version: number;
  readonly isOverridden: boolean;
}

export interface OutlineChangesProps {
  readonly changes: readonly { readonly kind: string; readonly before: readonly Outlined[]; readonly after?: Outlined | null }[];
}

/** What an edit changes on the timeline, as a list. */
export function OutlineChanges({ changes }: OutlineChangesProps) {
  if (changes.length === 0) return <p class="quiet">The timeline stays as it is.</p>;
  return (
    <ul>
      {changes.map(({ kind, before, after }) => {
        const parts = [before.map(textOf).join('; '), after && textOf(after)].filter(Boolean);
        return (
          <li key={`${kind} ${parts.join()}`}>
            <strong>{wordsOf(kind)}:</strong> {parts.join(' → ')}
          </li>
        );
      })}
    </ul>
  );
}

const textOf = ({ pricePlanName, version, isOverridden, ...period }: Outlined): string =>
  `${pricePlanName} v${version}${isOverridden ? ' with changed terms' : ''}, ${periodText(period)}`;
