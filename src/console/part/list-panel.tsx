import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Pages } from '../api/use-pages.ts';
import { Button } from './button.tsx';
import { Loading, Problem } from './status.tsx';

interface ListPanelProps<Item> {
  readonly title: string;
  readonly pages: Pages<Item>;
  /** What to say of an empty list. */
  readonly empty: string;
  /** What the list has, as a plural. */
  readonly what: string;
  readonly children: (item: Item) => ComponentChildren;
}

/** A short list beside the main content, with a button for more. */
export function ListPanel<Item>({ title, pages: { items, hasMore, isLoading, error, more }, empty, what, children }: ListPanelProps<Item>) {
  const id = useId();
  return (
    <section class="panel" aria-labelledby={id} aria-busy={isLoading}>
      <h2 id={id}>{title}</h2>
      {items.length > 0 && <ul class="plain">{items.map(children)}</ul>}
      {items.length === 0 && !isLoading && !error && <p class="quiet">{empty}</p>}
      {isLoading && items.length === 0 && <Loading what={what} />}
      <Problem error={error} retry={more} />
      {hasMore && items.length > 0 && !error && (
        <Button look="small" onPress={more} isDisabled={isLoading}>
          More {what}
        </Button>
      )}
    </section>
  );
}
