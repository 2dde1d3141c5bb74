import { EditDraftDocument, type EditDraftMutation } from 'billing-catalogue/documents';
import { useEffect } from 'preact/hooks';
import { type Choice, SelectField, TextField } from '../part/field.tsx';
import { Notice } from '../part/status.tsx';
import type { TimelineSchedule } from '../timeline/lane.ts';
import { EditPreview } from './edit-preview.tsx';
import { type EditFields, editOf } from './fields.ts';
import { messagesFor } from './refusal.ts';
import { useDraftEdit } from './use-draft-edit.ts';

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

const EDIT = { document: EditDraftDocument, answerOf: ({ bulkEditSchedules }: EditDraftMutation) => bulkEditSchedules };

/** Attaches a plan, or pauses, for a period: first as a preview, which writes nothing, and then in the draft. */
export function PeriodForm({ account: { accountId, revision }, contents, schedules, fields, onFields, isMoved }: PeriodFormProps) {
  const edit = useDraftEdit(EDIT, JSON.stringify(fields));
  const messageAt = (field: Parameters<typeof messagesFor>[1]): string => messagesFor(edit.refusals, field);
  const change = (changed: Partial<EditFields>): void => onFields({ ...fields, ...changed });
  const show = (): void => void edit.show({ accountId, edits: [editOf(fields, schedules)] }, revision);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    show();
  };
  useEffect(() => {
    if (isMoved) show();
  }, []);

  const whole = messageAt(null);
  return (
    <form onSubmit={submit} aria-busy={edit.isRunning}>
      {fields.action === 'associate' && (
        <SelectField
          label="Plan"
          value={fields.content}
          choices={contents}
          onInput={(content) => change({ content })}
          refusal={messageAt('content')}
          required
        />
      )}
      <div class="pair">
        <TextField label="From" type="date" value={fields.from} onInput={(from) => change({ from })} refusal={messageAt('from')} required />
        <TextField
          label="Until"
          type="date"
          value={fields.until}
          onInput={(until) => change({ until })}
          hint="The first day after it. Empty: without end."
          refusal={messageAt('until')}
        />
      </div>
      {whole && <Notice kind="problem">{whole}</Notice>}
      <EditPreview edit={edit} onSave={() => void edit.save()} />
    </form>
  );
}
