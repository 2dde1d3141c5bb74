import type { ComponentChildren } from 'preact';

interface FactsProps {
  /** Terms and what they are. An entry without content is left out. */
  readonly entries: readonly (readonly [term: string, content: ComponentChildren])[];
}

/** Terms beside their contents. */
export function Facts({ entries }: FactsProps) {
  return (
    <dl class="facts">
      {entries
        .filter(([, content]) => content)
        .map(([term, content]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{content}</dd>
          </div>
        ))}
    </dl>
  );
}
