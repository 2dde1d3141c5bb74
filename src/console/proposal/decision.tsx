import { DecideProposalDocument, type ProposalResponse } from 'billing-catalogue/documents';
import { useId, useState } from 'preact/hooks';
import { useMutation } from '../api/use-mutation.ts';
import { moneyText } from '../format.ts';
import { Button } from '../part/button.tsx';
import { TextField } from '../part/field.tsx';
import { Notice, Problem } from '../part/status.tsx';
import type { Proposal } from './proposal-page.tsx';
import { codesOf, mayAnswer, reasonText } from './reason.ts';

/** A reason why an answer was refused. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

interface DecisionProps {
  readonly proposal: Proposal;
  /** Why the last answer was refused. */
  readonly refusals: readonly Refusal[];
  readonly onRefusals: (refusals: readonly Refusal[]) => void;
}

/** The customer's answer, with a comment. What would be refused is told before it is tried, and who may only read is not asked. */
export function Decision({ proposal: { proposalId, price, availableActions }, refusals, onRefusals }: DecisionProps) {
  const id = useId();
  const [comment, setComment] = useState('');
  const { run, isRunning, error } = useMutation(DecideProposalDocument);
  if (!mayAnswer(availableActions)) {
    return <Notice kind="note">You can read this proposal, but not answer it. Ask who sent it for a token that allows an answer.</Notice>;
  }
  const decide = async (status: ProposalResponse): Promise<void> => {
    const answer = await run({ proposalId, status, comment: comment.trim() || null });
    onRefusals(answer?.updateProposalStatus.userErrors ?? []);
  };
  const isAllowed = (action: string): boolean => availableActions.some((each) => each.action === action && each.allowed);
  // The refusals of the answer itself replace those that were foreseen.
  const others = refusals.filter((each) => !isOfComment(each)).map(({ code }) => code);
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>Your answer</h2>
      <Reasons codes={refusals.length > 0 ? others : codesOf(availableActions)} />
      <Problem error={error} />
      <TextField label="Comment" value={comment} onInput={setComment} hint="Optional" refusal={refusals.find(isOfComment)?.message} />
      <div class="row">
        <Button look="primary" onPress={() => void decide('APPROVE')} isDisabled={isRunning || !isAllowed('APPROVE')}>
          Approve for {moneyText(price)}
        </Button>
        <Button onPress={() => void decide('DECLINE')} isDisabled={isRunning || !isAllowed('DECLINE')}>
          Decline
        </Button>
      </div>
    </section>
  );
}

const isOfComment = ({ path }: Refusal): boolean => path.includes('comment');

/** Why an answer is refused, each reason once. */
export function Reasons({ codes }: { readonly codes: readonly string[] }) {
  return (
    <>
      {[...new Set(codes.map(reasonText))].map((text) => (
        <Notice key={text} kind="problem">
          {text}
        </Notice>
      ))}
    </>
  );
}
