import { DiscardDraftDocument, DraftMoneyDocument, FinalizeDraftDocument, RebaseDraftDocument } from 'billing-catalogue/documents';
import { useId, useState } from 'preact/hooks';
import { useMutation } from '../api/use-mutation.ts';
import { useQuery } from '../api/use-query.ts';
import { instantText } from '../format.ts';
import { MoneyPreview } from '../money/money-preview.tsx';
import { Button } from '../part/button.tsx';
import { Notice, Problem } from '../part/status.tsx';
import { type Collision, Collisions } from './collisions.tsx';

interface Available {
  readonly action: string;
  readonly allowed: boolean;
  readonly reason?: string | null;
}

interface DraftPanelProps {
  readonly account: { readonly accountId: string; readonly revision: number };
  readonly draft: {
    readonly draftId: string;
    readonly revision: number;
    readonly isStale: boolean;
    readonly updatedAt: string;
    readonly availableActions: readonly Available[];
    readonly issues: readonly { readonly code: string; readonly errorMessage: string }[];
  };
  /** Called with what was done to the draft, finalized, discarded or rebased: what was said of an edit of it holds no longer. */
  readonly onDone: (done: string) => void;
}

interface DraftRefusal {
  readonly message: string;
  readonly collisions?: readonly Collision[];
  readonly issues?: readonly { readonly errorMessage: string }[];
}

const CYCLES = 3;

/** A draft: what it costs, what keeps it from being finalized, and the ways on. */
export function DraftPanel({ account: { accountId, revision }, draft, onDone }: DraftPanelProps) {
  const id = useId();
  const money = useQuery(DraftMoneyDocument, { accountId, cycles: CYCLES });
  const finalize = useMutation(FinalizeDraftDocument);
  const discard = useMutation(DiscardDraftDocument);
  const rebase = useMutation(RebaseDraftDocument);
  const [refusals, setRefusals] = useState<readonly DraftRefusal[]>([]);
  const preview = money.data?.account?.draft?.moneyPreview;

  /** Says why an action was refused, and tells when one was not. */
  const end = (errors: readonly DraftRefusal[] | undefined, done: string): void => {
    setRefusals(errors ?? []);
    if (errors?.length === 0) onDone(done);
  };
  const runFinalize = async (): Promise<void> => {
    const input = { accountId, draftId: draft.draftId, expectedDraftRevision: draft.revision, mergeSchedules: true };
    end((await finalize.run({ input }))?.finalizeAccountSchedules.userErrors, 'The draft is finalized: it is the contract.');
  };
  const runDiscard = async (): Promise<void> => {
    end(
      (await discard.run({ input: { accountId, expectedRevision: revision } }))?.discardAccountSchedules.userErrors,
      'The draft is discarded. The contract is as it was.',
    );
  };
  const runRebase = async (): Promise<void> => {
    end((await rebase.run({ input: { accountId } }))?.rebaseDraft.userErrors, 'The draft is rebased: it has the changes of the contract.');
  };
  const actions = [
    { action: 'FINALIZE', name: 'Finalize', run: runFinalize, isPrimary: true },
    ...(draft.isStale ? [{ action: 'REBASE', name: 'Rebase', run: runRebase, isPrimary: false }] : []),
    { action: 'DISCARD', name: 'Discard', run: runDiscard, isPrimary: false },
  ];
  const isBusy = finalize.isRunning || discard.isRunning || rebase.isRunning;
  return (
    <section class="panel" aria-labelledby={id} aria-busy={isBusy || money.isLoading}>
      <h2 id={id}>Draft</h2>
      <p class="quiet">Edited {instantText(draft.updatedAt)}</p>
      {draft.isStale && <Notice kind="note">The contract has changed since this draft was begun. Rebase the draft.</Notice>}
      {draft.issues.map(({ code, errorMessage }) => (
        <Notice key={`${code} ${errorMessage}`} kind="problem">
          {errorMessage}
        </Notice>
      ))}
      {preview && <MoneyPreview result={preview} />}
      <Problem error={money.error} retry={money.reload} />
      {refusals.map((refusal) => (
        <Notice key={refusal.message} kind="problem">
          <p>{refusal.message}</p>
          {refusal.issues?.map(({ errorMessage }) => (
            <p key={errorMessage}>{errorMessage}</p>
          ))}
          {refusal.collisions && <Collisions collisions={refusal.collisions} />}
        </Notice>
      ))}
      <Problem error={finalize.error ?? discard.error ?? rebase.error} />
      <div class="row">
        {actions.map(({ action, name, run, isPrimary }) => (
          <ActionButton
            key={action}
            name={name}
            isPrimary={isPrimary}
            run={run}
            isBusy={isBusy}
            // A rebase that collides is refused with the collisions, which say more than why it is not available.
            available={action === 'REBASE' ? undefined : draft.availableActions.find((each) => each.action === action)}
          />
        ))}
      </div>
    </section>
  );
}

interface ActionButtonProps {
  readonly name: string;
  readonly isPrimary: boolean;
  readonly isBusy: boolean;
  readonly run: () => Promise<void>;
  readonly available: Available | undefined;
}

/** A button of an action that the API says is allowed, or why it is not. */
function ActionButton({ name, isPrimary, isBusy, run, available }: ActionButtonProps) {
  const id = useId();
  const isAllowed = available?.allowed !== false;
  return (
    <div>
      <Button
        {...(isPrimary && { look: 'primary' })}
        isDisabled={!isAllowed || isBusy}
        describedBy={isAllowed ? undefined : id}
        onPress={() => void run()}
      >
        {name}
      </Button>
      {!isAllowed && (
        <p id={id} class="quiet">
          {available?.reason}
        </p>
      )}
    </div>
  );
}
