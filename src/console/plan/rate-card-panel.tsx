import { useId } from 'preact/hooks';
import { wordsOf } from '../format.ts';
import { Table } from '../part/table.tsx';
import { Issues } from './issues.tsx';
import { type Card, grantText, modelOf, pricesOf } from './price.ts';

interface RateCardPanelProps {
  readonly card: Card;
  readonly currency: string;
  /** What is wrong with the rate card. Omit where it is not a draft's. */
  readonly issues?: Parameters<typeof Issues>[0]['issues'];
}

/** A rate card with its prices in one currency. */
export function RateCardPanel({ card, currency, issues = [] }: RateCardPanelProps) {
  const id = useId();
  const prices = pricesOf(card, currency);
  const model = modelOf(card);
  const facts = [wordsOf(card.type), 'feeType' in card && wordsOf(card.feeType), wordsOf(card.invoiceTiming), grantText(card, currency)];
  return (
    <section class="panel" aria-labelledby={id}>
      <h3 id={id}>{card.displayName}</h3>
      <p class="quiet">{facts.filter(Boolean).join(' · ')}</p>
      {model && prices.length > 1 && <p>{MODELS[model]}</p>}
      <Issues issues={issues} />
      <Table
        caption={`Prices of ${card.displayName}`}
        rows={prices}
        keyOf={({ quantity }) => quantity}
        empty={`No price in ${currency}.`}
        columns={[
          { heading: 'Quantity', cell: ({ quantity }) => quantity },
          { heading: 'Price', cell: ({ price }) => price, isNumber: true },
        ]}
      />
    </section>
  );
}

/** What tells the models apart. */
const MODELS: Readonly<Record<string, string>> = {
  TIERED: 'Tiered: each unit at the price of its slab',
  VOLUME: 'Volume: all units at the price of the slab reached',
};
