import { MoneyPreview } from '../money/money-preview.tsx';
import { Button } from '../part/button.tsx';
import { Done, Problem } from '../part/status.tsx';
import { OutlineChanges } from './outline-changes.tsx';
import type { DraftEdit } from './use-draft-edit.ts';

interface EditPreviewProps {
  readonly edit: Pick<DraftEdit<unknown, never>, 'preview' | 'cancel' | 'error' | 'isSaved' | 'isRunning'>;
  readonly onSave: () => void;
}

/** The end of a form that edits a draft: its button, what the edit would change, and the button that saves it. */
export function EditPreview({ edit: { preview, cancel, error, isSaved, isRunning }, onSave }: EditPreviewProps) {
  return (
    <>
      <Problem error={error} />
      <Button isDisabled={isRunning}>Preview</Button>
      {/* Always there, so that screen readers tell what the preview says. */}
      <div role="status">{preview && <OutlineChanges changes={preview.outline?.changes ?? []} />}</div>
      {preview && (
        <section aria-label="Preview">
          {preview.money && <MoneyPreview result={preview.money} />}
          <div class="row">
            <Button look="primary" onPress={onSave} isDisabled={isRunning}>
              Save in the draft
            </Button>
            <Button onPress={cancel}>Cancel</Button>
          </div>
        </section>
      )}
      <Done text={isSaved ? 'The draft has the edit. The contract changes when you finalize the draft.' : ''} />
    </>
  );
}
