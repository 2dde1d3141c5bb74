import { type Amount, moneyText, numberText } from '../format.ts';
import { Table } from '../part/table.tsx';
import type { Proposal } from './proposal-page.tsx';

type Line = Proposal['priceLines'][number];

interface PriceTableProps {
  readonly lines: readonly Line[];
  /** The sum of the lines. */
  readonly price: Amount;
}

/** What is due at the start, line by line, and the total. */
export function PriceTable({ lines, price }: PriceTableProps) {
  const { currency } = price;
  const rows = lines.map((line, i) => ({
    key: String(i),
    label: <>{line.label}</>,
    quantity: quantityText(line, currency),
    amount: <>{moneyText({ amount: line.amount, currency })}</>,
  }));
  const total = { key: 'total', label: <strong>Total</strong>, quantity: '', amount: <strong>{moneyText(price)}</strong> };
  return (
    <Table
      caption="Due at the start"
      rows={[...rows, total]}
      keyOf={({ key }) => key}
      empty="Nothing is due at the start."
      columns={[
        { heading: 'Line', cell: ({ label }) => label },
        { heading: 'Quantity', cell: ({ quantity }) => quantity },
        { heading: 'Amount', cell: ({ amount }) => amount, isNumber: true },
      ]}
    />
  );
}

/** Returns how a line comes about: `3 × US$240.00, 12 of 30 days`. */
function quantityText({ quantity, rate, share }: Line, currency: string): string {
  const count = quantity === null ? '' : numberText(quantity);
  const price = rate === null ? '' : ` × ${moneyText({ amount: rate, currency })}`;
  return `${count}${price}${share ? `, ${share.days} of ${share.ofDays} days` : ''}`;
}
