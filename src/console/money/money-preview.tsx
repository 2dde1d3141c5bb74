import { type Amount, moneyText, periodText, wordsOf } from '../format.ts';
import { Notice } from '../part/status.tsx';
import { Table } from '../part/table.tsx';
import { StackedBars } from './stacked-bars.tsx';

/** A thing that is charged, before and after a change. */
export interface MoneyLine {
  readonly label: string;
  readonly before: Amount;
  readonly after: Amount;
  readonly difference: Amount;
  readonly reasons: readonly { readonly reason: string; readonly amount: Amount }[];
}

export interface MoneyPreviewProps {
  readonly result: {
    readonly preview?: {
      readonly start: string;
      readonly end: string;
      readonly difference: Amount;
      readonly before: { readonly total: Amount };
      readonly after: { readonly total: Amount };
      readonly lines: readonly MoneyLine[];
    } | null;
    readonly refusals: readonly { readonly message: string }[];
  };
}

/** What the next cycles cost before and after a change: as two stacked bars and as a table with the reasons. */
export function MoneyPreview({ result: { preview, refusals } }: MoneyPreviewProps) {
  if (!preview) return <Notice kind="note">There is no price for it: {refusals.map(({ message }) => message).join(' ')}</Notice>;
  const { start, end, before, after, difference } = preview;
  const lines = preview.lines.filter(isCharged);
  const free = preview.lines.length - lines.length;
  const rows = [...numbered(lines), { number: '', label: 'Total', before: before.total, after: after.total, difference, reasons: [] }];
  const table = (
    <Table
      caption={`Costs, ${periodText({ startDate: start, endDate: end })}`}
      rows={rows}
      keyOf={({ number, label }) => `${number} ${label}`}
      empty="Nothing is charged."
      columns={[
        { heading: 'Line', cell: ({ number, label }) => (number ? `${number}. ${label}` : <strong>{label}</strong>) },
        { heading: 'Before', cell: (row) => moneyText(row.before), isNumber: true },
        { heading: 'After', cell: (row) => moneyText(row.after), isNumber: true },
        { heading: 'Difference', cell: (row) => moneyText(row.difference, { signed: true }), isNumber: true },
        {
          heading: 'Reasons',
          cell: ({ reasons }) =>
            reasons.map(({ reason, amount }) => `${wordsOf(reason)} ${moneyText(amount, { signed: true })}`).join(', '),
        },
      ]}
    />
  );
  return (
    <>
      <figure>
        <figcaption>Costs before and after, {periodText({ startDate: start, endDate: end })}</figcaption>
        <StackedBars lines={lines} totals={{ before: before.total, after: after.total }} />
      </figure>
      {table}
      {free > 0 && <p class="quiet">{free === 1 ? 'One more line costs' : `${free} more lines cost`} nothing before and after.</p>}
    </>
  );
}

const isCharged = ({ before, after }: MoneyLine): boolean => Number(before.amount) !== 0 || Number(after.amount) !== 0;

const numbered = (lines: readonly MoneyLine[]) => lines.map((line, i) => ({ ...line, number: String(i + 1) }));
