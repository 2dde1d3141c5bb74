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
      keyOf={({ what, field }) => `${what} ${field}`}
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

/** Returns a row for each difference: first the terms, then currencies, rate cards and pricing rules. */
function rowsOf({ terms, currencies, rateCards, pricingRules }: Changes): readonly Row[] {
  return [
    ...fieldRows('Terms', terms),
    ...currencies.added.map((code) => ({ what: 'Currency', field: code, before: NOTHING, after: 'Added' })),
    ...currencies.removed.map((code) => ({ what: 'Currency', field: code, before: NOTHING, after: 'Removed' })),
    ...rateCards.added.map(({ displayName }) => ({ what: displayName, field: 'Rate card', before: NOTHING, after: 'Added' })),
    ...rateCards.removed.map(({ displayName }) => ({ what: displayName, field: 'Rate card', before: NOTHING, after: 'Removed' })),
    ...rateCards.changed.flatMap(({ name, fields }) => fieldRows(name, fields)),
    ...pricingRules.added.map(({ name }) => ({ what: name, field: 'Pricing rule', before: NOTHING, after: 'Added' })),
    ...pricingRules.removed.map(({ name }) => ({ what: name, field: 'Pricing rule', before: NOTHING, after: 'Removed' })),
    ...pricingRules.changed.flatMap(({ name, fields }) => fieldRows(name, fields)),
  ];
}

const fieldRows = (what: string, fields: Changes['terms']): readonly Row[] =>
  fields
    // The order of a slab is in the path of its other fields.
    .filter(({ path }) => path.at(-1) !== 'order' || path.length < 3)
    .map(({ path, before, after }) => ({ what, field: fieldText(path), before: valueText(before), after: valueText(after) }));

/** Codes longer than a currency's are values of enums. */
function valueText(value: string | null): string {
  if (value === null) return NOTHING;
  return /^[A-Z_]{4,}$/.test(value) ? wordsOf(value) : numberText(value);
}
