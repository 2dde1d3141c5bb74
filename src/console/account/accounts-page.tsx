import {
  AccountSearchDocument,
  ContractsThatEndDocument,
  OldDraftsDocument,
  ProposalsThatExpireDocument,
} from 'billing-catalogue/documents';
import { useMemo, useState } from 'preact/hooks';
import { usePages } from '../api/use-pages.ts';
import { now, today } from '../clock.ts';
import { FOREVER, instantText, lastDayText, moneyText, wordsOf } from '../format.ts';
import { TextField } from '../part/field.tsx';
import { ListPanel } from '../part/list-panel.tsx';
import { More } from '../part/more.tsx';
import { Table } from '../part/table.tsx';
import { hrefOf } from '../route.ts';
import { AccountLink } from './account-link.tsx';
import { endsSoon, expiriesSoon, SOON } from './soon.ts';
import { useSettled } from './use-settled.ts';

/** The accounts, and what needs somebody: contracts that end, drafts, proposals that expire. */
export function AccountsPage() {
  return (
    <div class="columns">
      <AccountList />
      <aside aria-label="What needs attention">
        <EndingContracts />
        <OpenDrafts />
        <ExpiringProposals />
      </aside>
    </div>
  );
}

function AccountList() {
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const pages = usePages(AccountSearchDocument, { search: search || null, first: 25 }, ({ accounts }) => accounts);
  return (
    <section aria-label="All accounts" aria-busy={pages.isLoading}>
      <search>
        <TextField label="Search" type="search" value={text} onInput={setText} hint="Part of a name or an id" />
      </search>
      {(pages.items.length > 0 || !pages.isLoading) && !pages.error && (
        <Table
          caption="Accounts"
          rows={pages.items}
          keyOf={({ id }) => id}
          empty={search ? `No account matches “${search}”.` : 'There is no account yet.'}
          columns={[
            { heading: 'Account', cell: (account) => <AccountLink account={account} /> },
            { heading: 'Customer', cell: ({ customer }) => customer.name },
            { heading: 'Status', cell: ({ status }) => wordsOf(status) },
            { heading: 'Currency', cell: ({ invoiceCurrency }) => invoiceCurrency },
            { heading: 'Contract', cell: ({ timelineEndDate }) => contractText(timelineEndDate) },
          ]}
        />
      )}
      <More pages={pages} what="accounts" />
    </section>
  );
}

/** Returns what is known of the end of a contract: `null` is an account that never had one. */
function contractText(endDate: string | null | undefined): string {
  if (!endDate) return 'None';
  if (endDate === FOREVER) return 'Open';
  return endDate <= today() ? `Ended ${lastDayText(endDate)}` : `Until ${lastDayText(endDate)}`;
}

function EndingContracts() {
  const variables = { ...endsSoon(today()), first: 5 };
  const pages = usePages(ContractsThatEndDocument, variables, ({ accounts }) => accounts);
  return (
    <ListPanel title="Contracts that end soon" pages={pages} empty={`No contract ends within ${SOON} days.`} what="contracts">
      {(account) => (
        <li key={account.id}>
          <AccountLink account={account} />
          <span class="quiet">{account.timelineEndDate && `Until ${lastDayText(account.timelineEndDate)}`}</span>
        </li>
      )}
    </ListPanel>
  );
}

function OpenDrafts() {
  const variables = useMemo(() => ({ before: new Date(now()).toISOString(), first: 5 }), []);
  const pages = usePages(OldDraftsDocument, variables, ({ drafts }) => drafts);
  return (
    <ListPanel title="Open drafts" pages={pages} empty="There is no draft." what="drafts">
      {({ id, account, updatedAt, isStale }) => (
        <li key={id}>
          <AccountLink account={account} />
          <span class="quiet">
            Edited {instantText(updatedAt)}
            {isStale && ' · must be rebased'}
          </span>
        </li>
      )}
    </ListPanel>
  );
}

function ExpiringProposals() {
  const { from, before } = useMemo(() => expiriesSoon(now()), []);
  const variables = { now: from, before, first: 5 };
  const pages = usePages(ProposalsThatExpireDocument, variables, ({ proposals }) => proposals);
  return (
    <ListPanel title="Proposals that expire soon" pages={pages} empty={`No proposal expires within ${SOON} days.`} what="proposals">
      {({ id, proposalId, number, account, expiryDate, price }) => (
        <li key={id}>
          <AccountLink account={account} />
          <span class="quiet">
            <a href={hrefOf(['proposals', proposalId])}>No. {number}</a>, {moneyText(price)}
            {expiryDate && ` · expires ${instantText(expiryDate)}`}
          </span>
        </li>
      )}
    </ListPanel>
  );
}
