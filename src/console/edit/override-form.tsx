import { EditDraftDocument, OverridePricesDocument, SchedulePricesDocument } from 'billing-catalogue/documents';
import { useState } from 'preact/hooks';
import { useMutation } from '../api/use-mutation.ts';
import { useQuery } from '../api/use-query.ts';
import { SelectField, TextField } from '../part/field.tsx';
import { Loading, Notice, Problem } from '../part/status.tsx';
import type { TimelineSchedule } from '../timeline/lane.ts';
import { type EditFields, editOf, scheduleChoice } from './fields.ts';
import { isPriced, pricesOf, withRates } from './rate-card.ts';
import { messagesFor, type Refusal } from './refusal.ts';
import { scheduleName } from './schedule-name.ts';

interface OverrideFormProps {
  readonly account: { readonly accountId: string };
  readonly schedules: readonly TimelineSchedule[];
  readonly fields: EditFields;
  readonly onFields: (fields: EditFields) => void;
}

/** Overrides prices of a schedule in the draft, whose panel then shows what they cost. From a later day on, the schedule is divided there. */
export function OverrideForm({ account: { accountId }, schedules, fields, onFields }: OverrideFormProps) {
  const chosen = schedules.find(({ scheduleId }) => scheduleId === fields.scheduleId) ?? null;
  const prices = useQuery(SchedulePricesDocument, chosen && { scheduleId: chosen.scheduleId });
  const divide = useMutation(EditDraftDocument);
  const override = useMutation(OverridePricesDocument);
  const [cardName, setCardName] = useState('');
  const [rates, setRates] = useState<Readonly<Record<string, string>>>({});
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [isSaved, setSaved] = useState(false);

  const cards = prices.data?.schedule?.rateCards.nodes.filter(isPriced) ?? [];
  const card = cards.find(({ name }) => name === cardName);
  const change = (changed: Partial<EditFields>): void => {
    onFields({ ...fields, ...changed });
    setRefusals([]);
    setSaved(false);
  };

  /** Returns the id of the schedule that begins on the chosen day, after dividing one if it must be. `null`: refused. */
  const target = async (schedule: TimelineSchedule): Promise<string | null> => {
    if (fields.from <= schedule.startDate) return schedule.scheduleId;
    const edit = editOf({ ...fields, action: 'associate', content: scheduleChoice(schedule.scheduleId), until: schedule.endDate });
    const answer = await divide.run({ input: { accountId, edits: [{ ...edit, mergeSchedules: false }] } });
    if (!answer) return null;
    const { userErrors, schedules: edited } = answer.bulkEditSchedules;
    setRefusals(userErrors);
    return edited.find(({ startDate }) => startDate === fields.from)?.scheduleId ?? null;
  };
  const save = async (): Promise<void> => {
    if (!chosen || !card) return;
    setSaved(false);
    const scheduleId = await target(chosen);
    if (scheduleId === null) return;
    const operation = { actionType: 'UPDATE', rateCardName: card.name, rateCard: withRates(card, rates) } as const;
    const answer = await override.run({ input: { scheduleId, operations: [operation] } });
    if (!answer) return;
    const { userErrors } = answer.bulkRateCardOperationsOnSchedule;
    setRefusals(userErrors);
    setSaved(userErrors.length === 0);
    if (userErrors.length === 0) setRates({});
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void save();
  };

  const whole = refusals.filter(({ path }) => !path.includes('effectiveFrom')).map(({ message }) => message);
  return (
    <form onSubmit={submit} aria-busy={divide.isRunning || override.isRunning}>
      <SelectField
        label="Schedule"
        value={chosen?.scheduleId ?? ''}
        onInput={(scheduleId) => change({ scheduleId })}
        choices={[{ value: '', label: 'Choose …' }, ...schedules.map((each) => ({ value: each.scheduleId, label: scheduleName(each) }))]}
      />
      {chosen && (
        <TextField
          label="From"
          type="date"
          value={fields.from}
          onInput={(from) => change({ from })}
          hint="A day within the schedule divides it there."
          refusal={messagesFor(refusals, 'from')}
          required
        />
      )}
      {prices.isLoading && chosen && <Loading what="the prices" />}
      {cards.length > 0 && (
        <SelectField
          label="Rate card"
          value={cardName}
          onInput={setCardName}
          choices={[{ value: '', label: 'Choose …' }, ...cards.map(({ name, displayName }) => ({ value: name, label: displayName }))]}
        />
      )}
      {card &&
        pricesOf(card).map(({ key, label, rate }) => (
          <TextField
            key={key}
            label={label}
            inputMode="decimal"
            value={rates[key] ?? rate}
            onInput={(next) => setRates({ ...rates, [key]: next })}
            required
          />
        ))}
      {whole.length > 0 && <Notice kind="problem">{whole.join(' ')}</Notice>}
      <Problem error={prices.error ?? divide.error ?? override.error} />
      <button type="submit" disabled={!card}>
        Save in the draft
      </button>
      {isSaved && <Notice kind="done">The draft has the price. What it costs is beside the draft, before you finalize it.</Notice>}
    </form>
  );
}
