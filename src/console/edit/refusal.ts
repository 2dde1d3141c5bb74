import type { Refusal } from '../api/refusal.ts';

/** A field of a form that edits a draft. */
export type Field = 'from' | 'until' | 'content' | 'scheduleId';

/** The field of a form that a part of an input belongs to. */
const FIELDS: Readonly<Record<string, Field>> = {
  effectiveFrom: 'from',
  effectiveUntil: 'until',
  associationConfig: 'content',
  pricePlanId: 'content',
  scheduleId: 'scheduleId',
};

/** Returns the name of the field that a refusal is about. `null`: it is about the whole form. */
export function fieldOf({ path }: Refusal): Field | null {
  const part = path.findLast((each) => each in FIELDS);
  return part === undefined ? null : (FIELDS[part] ?? null);
}

/** Returns the messages of the refusals of one field. `null` stands for the form as a whole. */
export const messagesFor = (refusals: readonly Refusal[], field: Field | null): string =>
  refusals
    .filter((refusal) => fieldOf(refusal) === field)
    .map(({ message }) => message)
    .join(' ');
