import { type BulkEditSchedulesInput, EditDraftDocument, type EditDraftMutation } from 'billing-catalogue/documents';
import { useEffect, useState } from 'preact/hooks';
import type { RequestError } from '../api/client.ts';
import { useClient } from '../api/context.ts';
import { useMutation } from '../api/use-mutation.ts';
import { requestErrorOf } from '../api/use-query.ts';
import { MoneyPreview } from '../money/money-preview.tsx';
import { Button } from '../part/button.tsx';
import { type Choice, SelectField, TextField } from '../part/field.tsx';
import { Done, Notice, Problem } from '../part/status.tsx';
import type { TimelineSchedule } from '../timeline/lane.ts';
import { type EditFields, editOf } from './fields.ts';
import { OutlineChanges } from './outline-changes.tsx';
import { messagesFor, type Refusal } from './refusal.ts';

interface PeriodFormProps {
  readonly account: { readonly accountId: string; readonly revision: number };
  readonly contents: readonly Choice[];
  /** The schedules that can be continued. */
  readonly schedules: readonly TimelineSchedule[];
  readonly fields: EditFields;
  readonly onFields: (fields: EditFields) => void;
  /** Whether a drag began this edit: its preview is shown at once. */
  readonly isMoved: boolean;
}

/** What the API said of an edit. */
interface Outcome {
  /** The form as it was, as text: what was said of it holds for no other. */
  readonly of: string;
  readonly preview?: { readonly answer: EditDraftMutation['bulkEditSchedules']; readonly input: BulkEditSchedulesInput };
  readonly refusals?: readonly Refusal[];
  readonly isSaved?: boolean;
}

/** Cycles whose costs are compared. */
const CYCLES = 3;

/** Attaches a plan, or pauses, for a period: first as a preview, which writes nothing, and then in the draft. */
export function PeriodForm({ account: { accountId, revision }, contents, schedules, fields, onFields, isMoved }: PeriodFormProps) {
  const client = useClient();
  const save = useMutation(EditDraftDocument);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [error, setError] = useState<RequestError | null>(null);
  const [isLoading, setLoading] = useState(false);

  const of = JSON.stringify(fields);
  const { preview, refusals = [], isSaved = false }: Partial<Outcome> = outcome?.of === of ? outcome : {};
  const change = (changed: Partial<EditFields>): void => onFields({ ...fields, ...changed });
  const show = async (): Promise<void> => {
    setLoading(true);
    setError(null);
    setOutcome(null);
    try {
      const input = { accountId, edits: [editOf(fields, schedules)] };
      const { bulkEditSchedules: answer } = await client.query(EditDraftDocument, {
        input: { ...input, dryRun: true, moneyPreview: { cycles: CYCLES } },
      });
      const { userErrors } = answer;
      setOutcome(
        userErrors.length > 0 ? { of, refusals: userErrors } : { of, preview: { answer, input: { ...input, expectedRevision: revision } } },
      );
    } catch (thrown) {
      setError(requestErrorOf(thrown));
    }
    setLoading(false);
  };
  /** Saves what was previewed, and nothing else. */
  const confirm = async (input: BulkEditSchedulesInput): Promise<void> => {
    const answer = await save.run({ input });
    if (!answer) return;
    const { userErrors } = answer.bulkEditSchedules;
    setOutcome({ of, refusals: userErrors, isSaved: userErrors.length === 0 });
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
      <Button isDisabled={isLoading}>Preview</Button>
      {preview && (
        <section aria-label="Preview">
          <OutlineChanges changes={preview.answer.outline?.changes ?? []} />
          {preview.answer.money && <MoneyPreview result={preview.answer.money} />}
          <div class="row">
            <Button look="primary" onPress={() => void confirm(preview.input)} isDisabled={save.isRunning}>
              Save in the draft
            </Button>
            <Button onPress={() => setOutcome(null)}>Cancel</Button>
          </div>
        </section>
      )}
      <Done text={isSaved ? 'The draft has the edit. The contract changes when you finalize the draft.' : ''} />
    </form>
  );
}
