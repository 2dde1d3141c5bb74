import { useId } from 'preact/hooks';
import { instantText, wordsOf } from '../format.ts';

interface Revision {
  readonly revision: number;
  readonly recordedAt: string;
  readonly operation: string;
}

interface RecordedSliderProps {
  /** The newest first. */
  readonly revisions: readonly Revision[];
  /** Whether there are older ones. */
  readonly isCut: boolean;
  /** `null`: the timeline as it is now. */
  readonly asOf: string | null;
  readonly onAsOf: (instant: string | null) => void;
}

/** Goes back through the recorded states of a timeline. Nothing if only one was ever recorded. */
export function RecordedSlider({ revisions, isCut, asOf, onAsOf }: RecordedSliderProps) {
  const id = useId();
  if (revisions.length < 2) return null;
  const back = revisions.findIndex(({ recordedAt }) => recordedAt === asOf);
  const value = asOf === null || back < 0 ? revisions.length : revisions.length - 1 - back;
  const choose = (next: number): void => onAsOf(revisions[revisions.length - 1 - next]?.recordedAt ?? null);
  const shown = revisions[revisions.length - 1 - value];
  const text = shown ? `Revision ${shown.revision}, ${instantText(shown.recordedAt)}: ${wordsOf(shown.operation)}` : 'Now';
  return (
    <div class="field slider">
      <label for={id}>As recorded on</label>
      <input
        id={id}
        type="range"
        min={0}
        max={revisions.length}
        value={value}
        aria-valuetext={text}
        onInput={({ currentTarget }) => choose(currentTarget.valueAsNumber)}
      />
      <output for={id}>{text}</output>
      {isCut && <small class="quiet">Only the newest {revisions.length} revisions are shown.</small>}
    </div>
  );
}
