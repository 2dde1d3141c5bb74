import { EditDraftDocument, OverridePricesDocument, SchedulePricesDocument } from 'billing-catalogue/documents';
import { useState } from 'preact/hooks';
import { useMutation } from '../api/use-mutation.ts';
import { useQuery } from '../api/use-query.ts';
import { dayText } from '../format.ts';
import { Button } from '../part/button.tsx';
import { SelectField, TextField } from '../part/field.tsx';
import { Done, Loading, Notice, Problem } from '../part/status.tsx';
import type { TimelineSchedule } from '../timeline/lane.ts';
import { type EditFields, editOf, scheduleChoice } from './fields.ts';
import { isPrice, isPriced, type PricedCard, priceAt, pricesOf, withRates } from './rate-card.ts';
import { fieldOf, type Refusal } from './refusal.ts';
import { scheduleName } from './schedule-name.ts';

interface OverrideFormProps {
  readonly account: { readonly accountId: string };
  readonly schedules: readonly TimelineSchedule[];
  readonly fields: EditFields;
  readonly onFields: (fields: EditFields) => void;
}

/** A reason why an override is refused, and where the form shows it. */
interface Fault {
  /** `prices`: a price by its key. `null`: it is about the whole form. */
  readonly field: 'scheduleId' | 'from' | 'prices' | null;
  readonly key?: string;
  readonly message: string;
}

/** What was said of an override. */
interface Outcome {
  /** The form as it was, as text: what was said of it holds for no other. */
  readonly of: string;
  readonly faults: readonly Fault[];
}

/** Prices that were written for a card of a schedule, by their keys. Another card has its own. */
interface Entry {
  readonly of: string;
  readonly rates: Readonly<Record<string, string>>;
}

/** Overrides prices of a schedule in the draft, whose panel then shows what they cost. From a later day on, the schedule is divided there. */
export function OverrideForm({ account: { accountId }, schedules, fields, onFields }: OverrideFormProps) {
  const chosen = schedules.find(({ scheduleId }) => scheduleId === fields.scheduleId) ?? null;
  const prices = useQuery(SchedulePricesDocument, chosen && { scheduleId: chosen.scheduleId });
  const divide = useMutation(EditDraftDocument);
  const override = useMutation(OverridePricesDocument);
  const [cardName, setCardName] = useState('');
  const [entry, setEntry] = useState<Entry | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const read = prices.data?.schedule;
  // While the prices of another schedule are on their way, those of the last one are not this one's.
  const cards = (chosen && read?.scheduleId === chosen.scheduleId ? read.rateCards.nodes : []).filter(isPriced);
  const card = cards.find(({ name }) => name === cardName);
  const entryOf = (scheduleId: string): string => `${scheduleId} ${cardName}`;
  const rates = entry?.of === entryOf(fields.scheduleId) ? entry.rates : NO_RATES;
  const current = outcome?.of === textOf(fields, cardName, rates) ? outcome : null;
  const change = (changed: Partial<EditFields>): void => onFields({ ...fields, ...changed });
  const say = (faults: readonly Fault[], of = fields): void => setOutcome({ of: textOf(of, cardName, rates), faults });

  /** Returns the id of the schedule that begins on the chosen day, after dividing one if it must be. `null`: refused. */
  const target = async (schedule: TimelineSchedule): Promise<string | null> => {
    if (fields.from <= schedule.startDate) return schedule.scheduleId;
    const content = scheduleChoice(schedule.scheduleId);
    const edit = editOf({ ...fields, action: 'associate', content, until: schedule.endDate }, schedules);
    const answer = await divide.run({ input: { accountId, edits: [{ ...edit, mergeSchedules: false }] } });
    if (!answer) return null;
    const { userErrors, schedules: edited } = answer.bulkEditSchedules;
    if (userErrors.length > 0) say(userErrors.map((refusal) => faultOf(refusal, null)));
    return edited.find(({ startDate }) => startDate === fields.from)?.scheduleId ?? null;
  };
  const save = async (): Promise<void> => {
    if (!chosen || !card) return;
    // Two requests write a price from a later day on, so what can be told before the first is told before it.
    const foreseen = faultsIn(fields.from, chosen, rates);
    if (foreseen.length > 0) return say(foreseen);
    const scheduleId = await target(chosen);
    if (scheduleId === null) return;
    // From here on the form is about the part that begins on the chosen day: another try overrides that one.
    const next = { ...fields, scheduleId };
    onFields(next);
    setEntry({ of: entryOf(scheduleId), rates });
    const operation = { actionType: 'UPDATE', rateCardName: card.name, rateCard: withRates(card, rates) } as const;
    const answer = await override.run({ input: { scheduleId, operations: [operation] } });
    if (!answer) return;
    const { userErrors } = answer.bulkRateCardOperationsOnSchedule;
    if (userErrors.length > 0)
      return say(
        userErrors.map((refusal) => faultOf(refusal, card)),
        next,
      );
    setEntry(null);
    setOutcome({ of: textOf(next, cardName, NO_RATES), faults: [] });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void save();
  };

  const messageAt = (field: Fault['field'], key?: string): string =>
    (current?.faults ?? [])
      .filter((fault) => fault.field === field && fault.key === key)
      .map(({ message }) => message)
      .join(' ');
  const whole = messageAt(null);
  return (
    <form onSubmit={submit} aria-busy={divide.isRunning || override.isRunning}>
      <SelectField
        label="Schedule"
        value={chosen?.scheduleId ?? ''}
        onInput={(scheduleId) => change({ scheduleId })}
        choices={[{ value: '', label: 'Choose …' }, ...schedules.map((each) => ({ value: each.scheduleId, label: scheduleName(each) }))]}
        refusal={messageAt('scheduleId')}
      />
      {chosen && (
        <TextField
          label="From"
          type="date"
          value={fields.from}
          onInput={(from) => change({ from })}
          hint="A day within the schedule divides it there."
          refusal={messageAt('from')}
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
            onInput={(next) => setEntry({ of: entryOf(fields.scheduleId), rates: { ...rates, [key]: next.trim() } })}
            refusal={messageAt('prices', key)}
            required
          />
        ))}
      {whole && <Notice kind="problem">{whole}</Notice>}
      <Problem error={prices.error ?? divide.error ?? override.error} />
      <Button isDisabled={!card || divide.isRunning || override.isRunning}>Save in the draft</Button>
      <Done
        text={current?.faults.length === 0 ? 'The draft has the price. What it costs is beside the draft, before you finalize it.' : ''}
      />
    </form>
  );
}

const NO_RATES: Entry['rates'] = {};

/** Returns what is wrong with a form before it is sent. */
function faultsIn(from: string, { endDate }: TimelineSchedule, rates: Entry['rates']): readonly Fault[] {
  const isOver = from >= endDate;
  const prices = Object.entries(rates).filter(([, rate]) => !isPrice(rate));
  return [
    ...(isOver ? [{ field: 'from', message: `The schedule ends before this day. Choose a day before ${dayText(endDate)}.` } as const] : []),
    ...prices.map(([key]) => ({ field: 'prices', key, message: PRICE }) as const),
  ];
}

const PRICE = 'Write a price of 0 or more as digits, with a point before at most 12 decimal places: 12.50.';

/**
 * Returns a refusal of the API as this form shows it.
 * @param card the card that was sent. `null`: none was, the schedule was divided
 */
function faultOf(refusal: Refusal, card: PricedCard | null): Fault {
  const { message, path } = refusal;
  const key = card && priceAt(card, path);
  if (key !== null) return { field: 'prices', key, message };
  const field = fieldOf(refusal);
  return { field: field === null ? null : FIELDS[field], message };
}

/** The field of this form that shows what is said of a field of an edit. */
const FIELDS = { from: 'from', until: 'from', content: 'scheduleId', scheduleId: 'scheduleId' } as const;

const textOf = (...form: readonly unknown[]): string => JSON.stringify(form);
