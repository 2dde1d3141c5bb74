import { CustomerProposalDocument, type CustomerProposalQuery, ProposalRateCardsDocument } from 'billing-catalogue/documents';
import { useState } from 'preact/hooks';
import { NO_PAGE, usePages } from '../api/use-pages.ts';
import { useQuery } from '../api/use-query.ts';
import { FOREVER, instantText, moneyText, numberText, periodText, wordsOf } from '../format.ts';
import { Facts } from '../part/facts.tsx';
import { More } from '../part/more.tsx';
import { Loading, Notice, Problem } from '../part/status.tsx';
import { RateCardPanel } from '../plan/rate-card-panel.tsx';
import { hrefOf } from '../route.ts';
import { Decision, Reasons, type Refusal } from './decision.tsx';
import { PriceTable } from './price-table.tsx';
import { isLost, statusText } from './proposal-status.ts';

/** A proposal as the customer sees it: what is offered, what it costs, and the answer. */
export function ProposalPage({ proposalId }: { readonly proposalId: string }) {
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const { data, error, isLoading, reload } = useQuery(CustomerProposalDocument, { proposalId });
  if (!data) return error ? <Problem error={error} retry={reload} /> : <Loading what="the proposal" />;
  const { proposal } = data;
  const isOpen = proposal?.status === 'PROPOSAL_ACTIVE';
  if (!proposal) return <Notice kind="problem">There is no such proposal for you.</Notice>;
  return (
    <div aria-busy={isLoading}>
      <h2>{proposal.pricePlan?.name ?? 'Wallet top-up'}</h2>
      {proposal.pricePlan?.description && <p>{proposal.pricePlan.description}</p>}
      <Problem error={error} retry={reload} />
      {/* Somebody else can have answered meanwhile: then there is no form any more that could say so. */}
      {!isOpen && <Reasons codes={refusals.map(({ code }) => code)} />}
      <State proposal={proposal} />
      <Facts entries={termsOf(proposal)} />
      <PriceTable lines={proposal.priceLines} price={proposal.price} />
      {proposal.pricePlan && <Offer proposalId={proposalId} currency={proposal.price.currency} />}
      {isOpen && <Changes changes={proposal.preview.changes} />}
      {isOpen && <Decision proposal={proposal} refusals={refusals} onRefusals={setRefusals} />}
    </div>
  );
}

export type Proposal = NonNullable<CustomerProposalQuery['proposal']>;

function State({ proposal: { status, paymentMode, proposalResponseDate, comment, supersededBy } }: { readonly proposal: Proposal }) {
  if (status === 'PROPOSAL_ACTIVE') return null;
  const waits = status === 'PROPOSAL_APPROVED' && paymentMode === 'PREPAID';
  return (
    <Notice kind={isLost(status) ? 'problem' : status === 'PROPOSAL_APPROVED' || status === 'SUCCESS' ? 'done' : 'note'}>
      <p>
        {statusText(status)}
        {proposalResponseDate && ` on ${instantText(proposalResponseDate)}`}.{waits && ' It takes effect when it is paid.'}
      </p>
      {comment && <p>“{comment}”</p>}
      {supersededBy && <a href={hrefOf(['proposals', supersededBy.proposalId])}>See the newer revision</a>}
    </Notice>
  );
}

function termsOf(proposal: Proposal) {
  const { number, revision, account, status, effectiveFrom, effectiveUntil, quantity, paymentMode, expiryDate, walletTopupDetails } =
    proposal;
  return [
    ['Proposal', `No. ${number}${revision > 1 ? `, revision ${revision}` : ''}`],
    ['For', account.name],
    ['Status', statusText(status)],
    ['Period', effectiveFrom && periodText({ startDate: effectiveFrom, endDate: effectiveUntil ?? FOREVER })],
    ['Quantity', quantity > 1 && numberText(String(quantity))],
    ['Credited to the wallet', walletTopupDetails && moneyText(walletTopupDetails.topupAmount)],
    ['Payment', paymentMode === 'PREPAID' ? 'Before it takes effect' : 'By invoice, later'],
    ['Expires', expiryDate && status === 'PROPOSAL_ACTIVE' && instantText(expiryDate)],
  ] as const;
}

function Changes({ changes }: { readonly changes: Proposal['preview']['changes'] }) {
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">What an approval changes in your contract</h2>
      <ul>
        {changes.map(({ kind, before, after }) => {
          const schedule = after ?? before[0];
          return (
            schedule && (
              <li key={`${kind} ${schedule.startDate}`}>
                {wordsOf(kind)}: {schedule.pricePlanName}, {periodText(schedule)}
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}

function Offer({ proposalId, currency }: { readonly proposalId: string; readonly currency: string }) {
  const cards = usePages(ProposalRateCardsDocument, { proposalId, first: 25 }, ({ proposal }) => proposal?.rateCards ?? NO_PAGE);
  return (
    <>
      <h2>What is offered</h2>
      <div class="cards">
        {cards.items.map((card) => (
          <RateCardPanel key={card.id} card={card} currency={currency} />
        ))}
      </div>
      <More pages={cards} what="rate cards" />
    </>
  );
}
