import type { Money } from '../domain/money.ts';
import { builder } from './builder.ts';

export const MoneyType = builder.objectRef<Money>('Money').implement({
  description: 'An amount in a currency.',
  fields: (t) => ({
    amount: t.expose('amount', { type: 'Decimal', description: "Exact; an amount due is rounded to the currency's minor units." }),
    currency: t.expose('currency', { type: 'CurrencyCode', description: 'What it is in.' }),
  }),
});
