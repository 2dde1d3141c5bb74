import { DecideProposalDocument, type ProposalResponse } from 'billing-catalogue/documents';
import { useId, useState } from 'preact/hooks';
import { useMutation } from '../api/use-mutation.ts';
import { moneyText } from '../format.ts';
import { TextField } from '../part/field.tsx';
import { Notice, Problem } from '../part/status.tsx';
import type { Proposal } from './proposal-page.tsx';

/** A reason why an answer was refused. */
export interface Refusal {
  readonly message: string;
  readonly path: readonly string[];
}

interface DecisionProps {
  readonly proposal: Proposal;
  /** Why the last answer was refused. */
  readonly refusals: readonly Refusal[];
  readonly onRefusals: (refusals: readonly Refusal[]) => void;
}

/** The customer's answer, with a comment. What would be refused is told before it is tried. */
export function Decision({ proposal: { proposalId, price, preview, availableActions }, refusals, onRefusals }: DecisionProps) {
  const id = useId();
  const [comment, setComment] = useState('');
  const { run, isRunning, error } = useMutation(DecideProposalDocument);
  const decide = async (status: ProposalResponse): Promise<void> => {
    const answer = await run({ proposalId, status, comment: comment.trim() || null });
    onRefusals(answer?.updateProposalStatus.userErrors ?? []);
  };
  const isAllowed = (action: string): boolean => availableActions.some((each) => each.action === action && each.allowed);
  const reasons = availableActions
    .filter(({ action, allowed }) => (action === 'APPROVE' || action === 'DECLINE') && !allowed)
    .map(({ reason }) => ({ message: reason ?? '', path: [] }));
  const isOfComment = ({ path }: Refusal): boolean => path.includes('comment');
  // The answer's own refusals replace those that were foreseen.
  const others = refusals.length > 0 ? refusals.filter((each) => !isOfComment(each)) : preview.refusals;
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>Your answer</h2>
      <Refusals refusals={[...others, ...reasons]} />
      <Problem error={error} />
      <TextField label="Comment" value={comment} onInput={setComment} hint="Optional" refusal={refusals.find(isOfComment)?.message} />
      <div class="row">
        <button type="button" class="primary" disabled={isRunning || !isAllowed('APPROVE')} onClick={() => void decide('APPROVE')}>
          Approve for {moneyText(price)}
        </button>
        <button type="button" disabled={isRunning || !isAllowed('DECLINE')} onClick={() => void decide('DECLINE')}>
          Decline
        </button>
      </div>
    </section>
  );
}

/** Reasons, each once. */
export function Refusals({ refusals }: { readonly refusals: readonly Refusal[] }) {
  return (
    <>
      {[...new Set(refusals.map(({ message }) => message))].map((message) => (
        <Notice key={message} kind="problem">
          {message}
        </Notice>
      ))}
    </>
  );
}
