import { invalid } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';

/** How a request selects the draft that it finalizes. A request that forgets the id is refused: it would publish a draft that nobody looked at. */
interface DraftSelection {
  readonly id: string | null | undefined;
  /** Whether the request finalizes whatever draft there is. */
  readonly anyDraft: boolean | null | undefined;
}

/**
 * Returns the id of the draft that a request selects. `null`: whatever draft there is. Refuses with INVALID_VALUE both and neither.
 * @param field the name of the field with the id
 */
export function parseDraftSelection({ id, anyDraft }: DraftSelection, field: string): Result<string | null> {
  if (id == null)
    return anyDraft ? ok(null) : refuse(invalid(`Give \`${field}\`, or \`anyDraft\`: true for whatever draft there is.`, [field]));
  return anyDraft ? refuse(invalid(`\`${field}\` selects the draft already. Omit one of the two.`, ['anyDraft'])) : ok(id);
}
