import { CustomerProposalsDocument } from 'billing-catalogue/documents';
import { usePages } from '../api/use-pages.ts';
import { instantText, moneyText } from '../format.ts';
import { More } from '../part/more.tsx';
import { Table } from '../part/table.tsx';
import { hrefOf } from '../route.ts';
import { statusText } from './proposal-status.ts';

/** The proposals to a customer. */
export function ProposalsPage() {
  const pages = usePages(CustomerProposalsDocument, { first: 25 }, ({ proposals }) => proposals);
  return (
    <>
      {(pages.items.length > 0 || !pages.isLoading) && !pages.error && (
        <Table
          caption="Proposals"
          rows={pages.items}
          keyOf={({ id }) => id}
          empty="There is no proposal for you."
          columns={[
            {
              heading: 'Proposal',
              cell: ({ proposalId, number, revision, pricePlan }) => (
                <a href={hrefOf(['proposals', proposalId])}>
                  No. {number}, {pricePlan?.name ?? 'Wallet top-up'}
                  {revision > 1 && `, revision ${revision}`}
                </a>
              ),
            },
            { heading: 'For', cell: ({ account }) => account.name },
            { heading: 'Status', cell: ({ status }) => statusText(status) },
            { heading: 'Expires', cell: ({ expiryDate }) => (expiryDate ? instantText(expiryDate) : 'Never') },
            { heading: 'Due at the start', cell: ({ price }) => moneyText(price), isNumber: true },
          ]}
        />
      )}
      <More pages={pages} what="proposals" />
    </>
  );
}
