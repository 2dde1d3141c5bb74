import { sum } from '../../domain/decimal.ts';
import { Account } from '../account/type.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { MoneyType } from '../money.ts';

const WalletEntry = builder.drizzleNode('walletEntries', {
  name: 'WalletEntry',
  description: 'A movement of a wallet. Entries are never changed or deleted.',
  ...requires('accounts:read'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    walletEntryId: t.exposeString('id', { description: 'The generated id.' }),
    amount: t.field({
      type: MoneyType,
      description: 'Amount that was credited.',
      select: { columns: { amount: true, currency: true } },
      resolve: ({ amount, currency }) => ({ amount, currency }),
    }),
    purchaseId: t.exposeString('purchaseId', { description: 'Generated id of the purchase or proposal that caused the entry.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the entry was made.' }),
  }),
});

const WalletEntryConnection = connectionOf('WalletEntry', WalletEntry);

const Wallet = builder.drizzleObject('accounts', {
  variant: 'Wallet',
  description: 'The prepaid balance of an account.',
  ...requires('accounts:read'),
  select: { columns: { id: true } },
  fields: (t) => ({
    balance: t.field({
      type: MoneyType,
      computedFrom: COMPUTED_FROM.cards,
      description: "Sum of all entries, in the account's invoice currency.",
      select: { columns: { invoiceCurrency: true }, with: { walletEntries: { columns: { amount: true } } } },
      resolve: ({ walletEntries, invoiceCurrency }) => ({
        amount: sum(walletEntries.map(({ amount }) => amount)),
        currency: invoiceCurrency,
      }),
    }),
    entries: t.relatedConnection(
      'walletEntries',
      {
        type: WalletEntry,
        totalCount: true,
        description: 'Movements of the wallet, newest first.',
        query: { orderBy: { id: 'desc' } },
      },
      WalletEntryConnection,
    ),
  }),
});

builder.drizzleObjectField(Account, 'wallet', (t) => t.variant(Wallet, { description: 'The prepaid balance of the account.' }));
