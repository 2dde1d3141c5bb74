import { EditDraftDocument, type EditDraftMutation } from 'billing-catalogue/documents';
import { useEffect, useState } from 'preact/hooks';
import type { RequestError } from '../api/client.ts';
import { useClient } from '../api/context.ts';
import { useMutation } from '../api/use-mutation.ts';
import { requestErrorOf } from '../api/use-query.ts';
import { MoneyPreview } from '../money/money-preview.tsx';
import { type Choice, SelectField, TextField } from '../part/field.tsx';
import { Notice, Problem } from '../part/status.tsx';
import { type EditFields, editOf } from './fields.ts';
import { OutlineChanges } from './outline-changes.tsx';
import { messagesFor, type Refusal } from './refusal.ts';

interface PeriodFormProps {
  readonly account: { readonly accountId: string; readonly revision: number };
  readonly contents: readonly Choice[];
  readonly fields: EditFields;
  readonly onFields: (fields: EditFields) => void;
  /** Whether a drag began this edit: its preview is shown at once. */
  readonly isMoved: boolean;
}

type Answer = EditDraftMutation['bulkEditSchedules'];

/** Cycles whose costs are compared. */
const CYCLES = 3;

/** Attaches a plan, or pauses, for a period: first as a preview, which writes nothing, and then in the draft. */
export function PeriodForm({ account: { accountId, revision }, contents, fields, onFields, isMoved }: PeriodFormProps) {
  const client = useClient();
  const save = useMutation(EditDraftDocument);
  const [preview, setPreview] = useState<Answer | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [error, setError] = useState<RequestError | null>(null);
  const [isLoading, setLoading] = useState(false);
  const [isSaved, setSaved] = useState(false);

  const change = (changed: Partial<EditFields>): void => {
    onFields({ ...fields, ...changed });
    setPreview(null);
    setRefusals([]);
    setSaved(false);
  };
  const show = async (): Promise<void> => {
    setLoading(true);
    setError(null);
    setSaved(false);
    try {
      const input = { accountId, edits: [editOf(fields)], dryRun: true, moneyPreview: { cycles: CYCLES } };
      const { bulkEditSchedules } = await client.query(EditDraftDocument, { input });
      setRefusals(bulkEditSchedules.userErrors);
      setPreview(bulkEditSchedules.userErrors.length > 0 ? null : bulkEditSchedules);
    } catch (thrown) {
      setError(requestErrorOf(thrown));
    }
    setLoading(false);
  };
  const confirm = async (): Promise<void> => {
    const answer = await save.run({ input: { accountId, edits: [editOf(fields)], expectedRevision: revision } });
    if (!answer) return;
    const { userErrors } = answer.bulkEditSchedules;
    setRefusals(userErrors);
    setPreview(null);
    setSaved(userErrors.length === 0);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void show();
  };
  useEffect(() => {
    if (isMoved) void show();
  }, []);

  const whole = messagesFor(refusals, null);
  return (
    <form onSubmit={submit} aria-busy={isLoading || save.isRunning}>
      {fields.action === 'associate' && (
        <SelectField
          label="Plan"
          value={fields.content}
          choices={contents}
          onInput={(content) => change({ content })}
          refusal={messagesFor(refusals, 'content')}
        />
      )}
      <div class="pair">
        <TextField
          label="From"
          type="date"
          value={fields.from}
          onInput={(from) => change({ from })}
          refusal={messagesFor(refusals, 'from')}
          required
        />
        <TextField
          label="Until"
          type="date"
          value={fields.until}
          onInput={(until) => change({ until })}
          hint="The first day after it. Empty: without end."
          refusal={messagesFor(refusals, 'until')}
        />
      </div>
      {whole && <Notice kind="problem">{whole}</Notice>}
      <Problem error={error ?? save.error} />
      <button type="submit">Preview</button>
      {preview && (
        <section aria-label="Preview">
          <OutlineChanges changes={preview.outline?.changes ?? []} />
          {preview.money && <MoneyPreview result={preview.money} />}
          <div class="row">
            <button type="button" class="primary" onClick={() => void confirm()} disabled={save.isRunning}>
              Save in the draft
            </button>
            <button type="button" onClick={() => setPreview(null)}>
              Cancel
            </button>
          </div>
        </section>
      )}
      {isSaved && <Notice kind="done">The draft has the edit. The contract changes when you finalize the draft.</Notice>}
    </form>
  );
}
