import { OverridePricesDocument, type OverridePricesMutation, SchedulePricesDocument } from 'billing-catalogue/documents';
import { useState } from 'preact/hooks';
import { useQuery } from '../api/use-query.ts';
import { SelectField, TextField } from '../part/field.tsx';
import { Loading, Notice, Problem } from '../part/status.tsx';
import type { TimelineSchedule } from '../timeline/lane.ts';
import { EditPreview } from './edit-preview.tsx';
import { type EditFields, partOf } from './fields.ts';
import { isPriced, priceAt, pricesOf, withRates } from './rate-card.ts';
import { messagesFor } from './refusal.ts';
import { scheduleName } from './schedule-name.ts';
import { useDraftEdit } from './use-draft-edit.ts';

interface OverrideFormProps {
  readonly account: { readonly revision: number };
  readonly schedules: readonly TimelineSchedule[];
  readonly fields: EditFields;
  readonly onFields: (fields: EditFields) => void;
}

/** Prices that were written for a card of a schedule, by their keys. Another card has its own. */
interface Entry {
  readonly of: string;
  readonly rates: Readonly<Record<string, string>>;
}

const OVERRIDE = {
  document: OverridePricesDocument,
  answerOf: ({ bulkRateCardOperationsOnSchedule }: OverridePricesMutation) => bulkRateCardOperationsOnSchedule,
};

/** Overrides prices of a schedule, or of a part of it: first as a preview, which writes nothing, and then in the draft. */
export function OverrideForm({ account: { revision }, schedules, fields, onFields }: OverrideFormProps) {
  const chosen = schedules.find(({ scheduleId }) => scheduleId === fields.scheduleId) ?? null;
  const prices = useQuery(SchedulePricesDocument, chosen && { scheduleId: chosen.scheduleId });
  const [cardName, setCardName] = useState('');
  const [entry, setEntry] = useState<Entry | null>(null);

  const read = prices.data?.schedule;
  // While the prices of another schedule are on their way, those of the last one are not this one's.
  const cards = (chosen && read?.scheduleId === chosen.scheduleId ? read.rateCards.nodes : []).filter(isPriced);
  const card = cards.find(({ name }) => name === cardName);
  const of = `${fields.scheduleId} ${cardName}`;
  const rates = entry?.of === of ? entry.rates : NO_RATES;
  /** The form once the draft has the override: it is about the part, which is a schedule of its own. */
  const fieldsAfter = ({ bulkRateCardOperationsOnSchedule: { schedule } }: OverridePricesMutation): EditFields =>
    schedule ? { ...fields, scheduleId: schedule.scheduleId } : fields;
  const edit = useDraftEdit(OVERRIDE, textOf(fields, cardName, rates), (result) => textOf(fieldsAfter(result), cardName, NO_RATES));
  const change = (changed: Partial<EditFields>): void => onFields({ ...fields, ...changed });
  const choose = (scheduleId: string): void => {
    const next = schedules.find((each) => each.scheduleId === scheduleId);
    onFields({ ...fields, scheduleId, ...(next && partOf(next, fields)) });
  };
  const show = (): void => {
    if (!chosen || !card) return;
    const operation = { actionType: 'UPDATE', rateCardName: card.name, rateCard: withRates(card, rates) } as const;
    const part = { effectiveFrom: fields.from, effectiveUntil: fields.until || null };
    void edit.show({ scheduleId: chosen.scheduleId, ...part, operations: [operation] }, revision);
  };
  const save = async (): Promise<void> => {
    const result = await edit.save();
    if (!result) return;
    onFields(fieldsAfter(result));
    setEntry(null);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    show();
  };

  const refusalsByPrice = Map.groupBy(edit.refusals, ({ path }) => card && priceAt(card, path));
  const others = edit.refusals.filter(({ path }) => !card || priceAt(card, path) === null);
  const whole = messagesFor(others, null);
  return (
    <form onSubmit={submit} aria-busy={edit.isRunning}>
      <SelectField
        label="Schedule"
        value={chosen?.scheduleId ?? ''}
        onInput={choose}
        choices={[{ value: '', label: 'Choose …' }, ...schedules.map((each) => ({ value: each.scheduleId, label: scheduleName(each) }))]}
        refusal={messagesFor(others, 'scheduleId')}
        required
      />
      {chosen && (
        <div class="pair">
          <TextField
            label="From"
            type="date"
            value={fields.from}
            onInput={(from) => change({ from })}
            hint="A later day than the schedule's first divides it there."
            refusal={messagesFor(others, 'from')}
            required
          />
          <TextField
            label="Until"
            type="date"
            value={fields.until}
            onInput={(until) => change({ until })}
            hint="The first day after it. Empty: until the schedule ends."
            refusal={messagesFor(others, 'until')}
          />
        </div>
      )}
      {prices.isLoading && chosen && <Loading what="the prices" />}
      {cards.length > 0 && (
        <SelectField
          label="Rate card"
          value={card ? cardName : ''}
          onInput={setCardName}
          choices={[{ value: '', label: 'Choose …' }, ...cards.map(({ name, displayName }) => ({ value: name, label: displayName }))]}
          required
        />
      )}
      {card &&
        pricesOf(card).map(({ key, label, rate }) => (
          <TextField
            key={key}
            label={label}
            inputMode="decimal"
            value={rates[key] ?? rate}
            onInput={(next) => setEntry({ of, rates: { ...rates, [key]: next.trim() } })}
            refusal={messagesFor(refusalsByPrice.get(key) ?? [], null)}
            required
          />
        ))}
      {whole && <Notice kind="problem">{whole}</Notice>}
      <Problem error={prices.error} retry={prices.reload} />
      <EditPreview edit={edit} onSave={() => void save()} />
    </form>
  );
}

const NO_RATES: Entry['rates'] = {};
const textOf = (...form: readonly unknown[]): string => JSON.stringify(form);
