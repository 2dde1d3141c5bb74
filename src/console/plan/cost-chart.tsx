import { PlanCostDocument } from 'billing-catalogue/documents';
import { useState } from 'preact/hooks';
import { useSettled } from '../account/use-settled.ts';
import { useQuery } from '../api/use-query.ts';
import { decimalIn, moneyText, numberText } from '../format.ts';
import { SelectField, TextField } from '../part/field.tsx';
import { Picture } from '../part/picture.tsx';
import { Loading, Notice, Problem } from '../part/status.tsx';
import { Table } from '../part/table.tsx';
import { CostPicture } from './cost-picture.tsx';
import { curveQuantities, MOST_QUANTITY, mostIn, mostOf, type Range } from './curve.ts';
import { edgesOf } from './edges.ts';
import { type Card, packageSizeOf, slabsIn } from './price.ts';

interface CostChartProps {
  readonly pricePlanId: string;
  readonly version: number;
  /** The version to compare with. `null`: none. */
  readonly since: number | null;
  readonly currency: string;
  /** The rate cards of both versions. */
  readonly cards: readonly Card[];
  /** The pricing rules of both versions. */
  readonly rules: Parameters<typeof edgesOf>[1];
  /** The names of rate cards that differ between the versions: one of them is shown first. */
  readonly changed: readonly string[];
}

/** The rate cards whose price depends on a quantity that customers choose or use. */
const BY_QUANTITY = new Set(['LICENSE', 'USAGE', 'ENTITLEMENT_OVERAGE']);

/** What a cycle costs by the quantity of one item, under one version or two. */
export function CostChart({ cards, rules, changed, ...versions }: CostChartProps) {
  const [chosen, setItem] = useState('');
  const [typed, setMost] = useState('');
  const settled = useSettled(typed);
  const items = new Map(cards.filter(({ type }) => BY_QUANTITY.has(type)).map((card) => [card.billableId ?? '', card]));
  const entries = [...items];
  const [billableId, card] =
    entries.find(([id]) => id === chosen) ?? entries.find(([, { name }]) => changed.includes(name)) ?? entries[0] ?? [];
  if (!billableId || !card) return null;

  const priced = cards.filter((each) => each.billableId === billableId);
  const isWhole = card.type === 'LICENSE';
  const bounds = priced.flatMap(slabsIn).map(({ startAfter }) => Number(startAfter));
  const fallback = mostOf(bounds, Math.max(...priced.map(packageSizeOf)), isWhole);
  const entered = settled === '' ? fallback : mostIn(decimalIn(settled), isWhole);
  const most = entered ?? fallback;
  const chooseItem = (id: string): void => {
    setItem(id);
    setMost('');
  };
  return (
    <section aria-label="Cost of a cycle">
      <h2>Cost of a cycle</h2>
      <div class="row controls">
        <SelectField
          label="By the quantity of"
          value={billableId}
          onInput={chooseItem}
          choices={entries.map(([value, { displayName }]) => ({ value, label: displayName }))}
        />
        <TextField
          label="Up to"
          value={typed}
          onInput={setMost}
          inputMode="decimal"
          hint={`${numberText(String(fallback))} if empty. Other quantities are 0.`}
          refusal={entered === null ? mostRefusal(isWhole) : undefined}
        />
      </div>
      <Curve
        key={JSON.stringify([versions, billableId])}
        {...versions}
        name={card.displayName}
        billableId={billableId}
        range={{ most, isWhole, edges: edgesOf(priced, rules, most) }}
      />
    </section>
  );
}

const mostRefusal = (isWhole: boolean): string =>
  `The quantity must be a ${isWhole ? 'whole ' : ''}number above 0, with a maximum of ${numberText(String(MOST_QUANTITY))}.`;

interface CurveProps extends Omit<CostChartProps, 'cards' | 'rules' | 'changed'> {
  readonly name: string;
  readonly billableId: string;
  readonly range: Range;
}

function Curve({ pricePlanId, version, since, currency, name, billableId, range }: CurveProps) {
  const variables = {
    pricePlanId,
    from: since ?? version,
    to: version,
    currency,
    curve: { billableId, quantities: curveQuantities(range) },
  };
  const { data, error, reload } = useQuery(PlanCostDocument, variables);
  if (!data) return error ? <Problem error={error} retry={reload} /> : <Loading what="the cost" />;
  const { points, refusals } = data.comparePricePlanVersions;
  if (refusals.length > 0) return <Notice kind="problem">{[...new Set(refusals.map(({ message }) => message))].join(' ')}</Notice>;
  const names = since === null ? [`Version ${version}`] : [`Version ${version}`, `Version ${since}`];
  const before = { heading: `Version ${since}`, cell: ({ from }: Point) => moneyText(from), isNumber: true };
  const difference = { heading: 'Difference', cell: (point: Point) => moneyText(point.difference, { signed: true }), isNumber: true };
  return (
    <>
      <Problem error={error} retry={reload} />
      <Picture
        title={`Cost in ${currency} by ${name}`}
        table={
          <Table
            caption={`Cost of a cycle by ${name}`}
            rows={points}
            keyOf={({ quantity }) => quantity}
            empty="There is no quantity to price."
            columns={[
              { heading: 'Quantity', cell: ({ quantity }) => numberText(quantity), isNumber: true },
              ...(since === null ? [] : [before]),
              { heading: `Version ${version}`, cell: ({ to }) => moneyText(to), isNumber: true },
              ...(since === null ? [] : [difference]),
            ]}
          />
        }
      >
        <CostPicture points={points} names={names} item={name} isWhole={range.isWhole} />
      </Picture>
    </>
  );
}

/** What a cycle costs at one quantity. */
export interface Point {
  readonly quantity: string;
  readonly from: { readonly amount: string; readonly currency: string };
  readonly to: { readonly amount: string; readonly currency: string };
  readonly difference: { readonly amount: string; readonly currency: string };
}
