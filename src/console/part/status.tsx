import type { ComponentChildren } from 'preact';
import type { RequestError } from '../api/client.ts';

/** Says that something is being read. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <p role="status" class="quiet">
      Loading {what} …
    </p>
  );
}

interface NoticeProps {
  /** `problem`: something failed. `note`: something to know. `done`: something succeeded. */
  readonly kind: 'problem' | 'note' | 'done';
  readonly children: ComponentChildren;
}

const MARKS = { problem: '✕', note: 'ℹ', done: '✓' };

/** A message that screen readers announce. Its mark says its kind, and not only its colour. */
export function Notice({ kind, children }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
      <span aria-hidden="true" class="mark">
        {MARKS[kind]}
      </span>
      <div>{children}</div>
    </div>
  );
}

/** Says what has been done. Place it where it stays when its text changes: screen readers announce what appears in a status that was there. */
export function Done({ text }: { readonly text: string }) {
  return (
    <div role="status">
      {text && (
        <p class="notice done">
          <span aria-hidden="true" class="mark">
            {MARKS.done}
          </span>
          {text}
        </p>
      )}
    </div>
  );
}

interface ProblemProps {
  readonly error: RequestError | null;
  /** Tries again. Omit where that would not help. */
  readonly retry?: () => void;
}

/** Says why a request has failed, with the id to quote. Nothing without an error. */
export function Problem({ error, retry }: ProblemProps) {
  if (!error) return null;
  return (
    <Notice kind="problem">
      <p>{error.message}</p>
      {error.requestId && <p class="quiet">Request {error.requestId}</p>}
      {retry && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </Notice>
  );
}
