import type { PlanVersionQuery } from 'billing-catalogue/documents';
import { numberText, wordsOf } from '../format.ts';
import { Table } from '../part/table.tsx';
import { fieldText } from './price.ts';

type Changes = NonNullable<NonNullable<PlanVersionQuery['pricePlan']>['changesSince']>;

interface DifferencesProps {
  readonly changes: Changes;
  readonly from: number;
  readonly to: number;
}

interface Row {
  /** Tells it from others that customers read the same of. */
  readonly key: string;
  readonly what: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two versions, one row for each field. */
export function Differences({ changes, from, to }: DifferencesProps) {
  return (
    <Table
      caption={`Differences of version ${to} from version ${from}`}
      rows={rowsOf(changes)}
      keyOf={({ key, field }) => `${key} ${field}`}
      empty={`Version ${to} has the same content as version ${from}.`}
      columns={[
        { heading: 'What', cell: ({ what }) => what },
        { heading: 'Field', cell: ({ field }) => field },
        { heading: `Version ${from}`, cell: ({ before }) => before },
        { heading: `Version ${to}`, cell: ({ after }) => after },
      ]}
    />
  );
}

const NOTHING = '–';

/** Returns a row for each difference: first the terms, then currencies, rate cards and pricing rules. Rate cards go by what customers read. */
function rowsOf({ terms, currencies, rateCards, pricingRules }: Changes): readonly Row[] {
  const card = ({ name, displayName }: { readonly name: string; readonly displayName: string }) => ({
    key: `card ${name}`,
    what: displayName,
  });
  const rule = ({ name }: { readonly name: string }) => ({ key: `rule ${name}`, what: name });
  return [
    ...fieldRows({ key: '', what: 'Terms' }, terms),
    ...currencies.added.map((code) => ({ key: '', what: 'Currency', field: code, ...ADDED })),
    ...currencies.removed.map((code) => ({ key: '', what: 'Currency', field: code, ...REMOVED })),
    ...rateCards.added.map((added) => ({ ...card(added), field: 'Rate card', ...ADDED })),
    ...rateCards.removed.map((removed) => ({ ...card(removed), field: 'Rate card', ...REMOVED })),
    ...rateCards.changed.flatMap(({ after, fields }) => fieldRows(card(after), fields)),
    ...pricingRules.added.map((added) => ({ ...rule(added), field: 'Pricing rule', ...ADDED })),
    ...pricingRules.removed.map((removed) => ({ ...rule(removed), field: 'Pricing rule', ...REMOVED })),
    ...pricingRules.changed.flatMap(({ name, fields }) => fieldRows(rule({ name }), fields)),
  ];
}

const ADDED = { before: NOTHING, after: 'Added' };
const REMOVED = { before: NOTHING, after: 'Removed' };

const fieldRows = (subject: Pick<Row, 'key' | 'what'>, fields: Changes['terms']): readonly Row[] =>
  fields
    // The order of a slab is in the path of its other fields.
    .filter(({ path }) => path.at(-1) !== 'order' || path.length < 3)
    .map(({ path, before, after }) => ({ ...subject, field: fieldText(path), before: valueText(before), after: valueText(after) }));

/** Codes longer than a currency's are values of enums. */
function valueText(value: string | null): string {
  if (value === null) return NOTHING;
  return /^[A-Z_]{4,}$/.test(value) ? wordsOf(value) : numberText(value);
}
