import { PlansToAssociateDocument } from 'billing-catalogue/documents';
import { useId } from 'preact/hooks';
import { useQuery } from '../api/use-query.ts';
import { useRest } from '../api/use-rest.ts';
import { SelectField } from '../part/field.tsx';
import { Done, Notice, Problem } from '../part/status.tsx';
import type { TimelineSchedule } from '../timeline/lane.ts';
import { type EditFields, planChoice, scheduleChoice } from './fields.ts';
import { OverrideForm } from './override-form.tsx';
import { PeriodForm } from './period-form.tsx';
import { scheduleName } from './schedule-name.ts';

interface EditPanelProps {
  readonly account: { readonly accountId: string; readonly revision: number };
  /** The schedules that can be edited: of the draft, or of the contract without one. */
  readonly schedules: readonly TimelineSchedule[];
  readonly form: EditForm;
  readonly onFields: (fields: EditFields) => void;
}

/** A form that edits a draft. */
export interface EditForm {
  /** Grows with each form: another number is another form, of which nothing has been said yet. */
  readonly number: number;
  readonly fields: EditFields;
  /** Whether a drag began this edit: its preview is shown at once. */
  readonly isMoved: boolean;
  /** What has been done to the draft before this form. Empty: nothing. */
  readonly done: string;
}

const ACTIONS = [
  { value: 'associate', label: 'Attach a plan' },
  { value: 'pause', label: 'Pause' },
  { value: 'override', label: 'Override a price' },
] as const;

/** Edits the draft of an account. The contract does not change until the draft is finalized. */
export function EditPanel({ account, schedules, form: { number, fields, isMoved, done }, onFields }: EditPanelProps) {
  const id = useId();
  const { data, error, isLoading, reload } = useQuery(PlansToAssociateDocument, PLANS);
  const all = useRest(PlansToAssociateDocument, PLANS, { first: data?.pricePlans ?? null, isLoading }, ({ pricePlans }) => pricePlans);
  const plans = all.items.filter(({ activeVersion }) => activeVersion);
  const contents = [
    { value: '', label: 'Choose …' },
    ...plans.map(({ pricePlanId, name, activeVersion }) => ({
      value: planChoice(pricePlanId),
      label: `${name} v${activeVersion?.version}`,
    })),
    ...schedules.map((each) => ({ value: scheduleChoice(each.scheduleId), label: `Continue ${scheduleName(each)}` })),
  ];
  const choose = (value: string): void => {
    const action = ACTIONS.find((each) => each.value === value)?.value;
    if (action) onFields({ ...fields, action });
  };
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>Edit the draft</h2>
      <Done text={done} />
      <Problem error={error ?? all.error} retry={reload} />
      {all.isCut && <Notice kind="note">Only the first {all.items.length} plans by name are listed.</Notice>}
      <SelectField label="Action" value={fields.action} onInput={choose} choices={ACTIONS} />
      {fields.action === 'override' ? (
        <OverrideForm key={number} account={account} schedules={schedules} fields={fields} onFields={onFields} />
      ) : (
        <PeriodForm
          key={number}
          account={account}
          contents={contents}
          schedules={schedules}
          fields={fields}
          onFields={onFields}
          isMoved={isMoved}
        />
      )}
    </section>
  );
}

const PLANS = { first: 100 };
