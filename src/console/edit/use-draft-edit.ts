import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useState } from 'preact/hooks';
import type { RequestError } from '../api/client.ts';
import { useClient } from '../api/context.ts';
import type { Refusal } from '../api/refusal.ts';
import { requestErrorOf } from '../api/use-query.ts';
import type { MoneyPreviewProps } from '../money/money-preview.tsx';
import type { OutlineChangesProps } from './outline-changes.tsx';

/** What the API says of an edit of a draft. */
interface Answer {
  readonly outline?: OutlineChangesProps | null;
  readonly money?: MoneyPreviewProps['result'] | null;
  readonly userErrors: readonly Refusal[];
}

interface EditInput {
  readonly dryRun?: boolean | null | undefined;
  readonly moneyPreview?: { readonly cycles?: number } | null | undefined;
  readonly expectedRevision?: number | null | undefined;
}

/** A mutation that edits a draft, and the part of its result that says how it went. */
interface EditMutation<Result, Input> {
  readonly document: TypedDocumentNode<Result, { readonly input: Input }>;
  readonly answerOf: (result: Result) => Answer;
}

interface Outcome<Input> {
  /** The form as it was, as text: what was said of it holds for no other. */
  readonly of: string;
  readonly preview?: { readonly answer: Answer; readonly input: Input };
  readonly refusals?: readonly Refusal[];
  readonly error?: RequestError;
  readonly isSaved?: boolean;
}

/** An edit of a draft: first a preview, which writes nothing, and then saved as it was previewed. */
export interface DraftEdit<Result, Input> {
  /** @param revision of the account, at which the edit is saved: another change in between is refused */
  readonly show: (input: Input, revision: number) => Promise<void>;
  /** Saves what was previewed, and nothing else. Returns `null` if it was not saved. */
  readonly save: () => Promise<Result | null>;
  readonly cancel: () => void;
  /** What was previewed. `null`: nothing, or another form. */
  readonly preview: Answer | null;
  readonly refusals: readonly Refusal[];
  readonly error: RequestError | null;
  /** Whether the draft has what the form says. */
  readonly isSaved: boolean;
  readonly isRunning: boolean;
}

/** Cycles whose costs are compared. */
const CYCLES = 3;

/**
 * Edits a draft by a form.
 * @param form the form as text: a preview and a refusal are of the form that was sent, and are shown beside no other
 * @param formAfter returns the form as text once an edit is saved. Omit if it stays as it is.
 */
export function useDraftEdit<Result, Input extends EditInput>(
  { document, answerOf }: EditMutation<Result, Input>,
  form: string,
  formAfter: (result: Result) => string = () => form,
): DraftEdit<Result, Input> {
  const client = useClient();
  const [outcome, setOutcome] = useState<Outcome<Input> | null>(null);
  const [isRunning, setRunning] = useState(false);
  const { preview, refusals = [], error, isSaved = false }: Partial<Outcome<Input>> = outcome?.of === form ? outcome : {};

  /** Sends a request, and shows why it failed: beside the field that it names, if it names one. */
  const run = async (send: () => Promise<Result>, done: (result: Result) => Outcome<Input>): Promise<Result | null> => {
    setRunning(true);
    try {
      const result = await send();
      const { userErrors } = answerOf(result);
      setOutcome(userErrors.length > 0 ? { of: form, refusals: userErrors } : done(result));
      return userErrors.length > 0 ? null : result;
    } catch (thrown) {
      const failed = requestErrorOf(thrown);
      setOutcome(failed.refusals.length > 0 ? { of: form, refusals: failed.refusals } : { of: form, error: failed });
      return null;
    } finally {
      setRunning(false);
    }
  };
  return {
    async show(input, expectedRevision) {
      setOutcome(null);
      await run(
        () => client.query(document, { input: { ...input, dryRun: true, moneyPreview: { cycles: CYCLES } } }),
        (result) => ({ of: form, preview: { answer: answerOf(result), input: { ...input, expectedRevision } } }),
      );
    },
    async save() {
      if (!preview) return null;
      return run(
        () => client.mutate(document, { input: preview.input }),
        (result) => ({ of: formAfter(result), isSaved: true }),
      );
    },
    cancel: () => setOutcome(null),
    ...{ preview: preview?.answer ?? null, refusals, error: error ?? null, isSaved, isRunning },
  };
}
