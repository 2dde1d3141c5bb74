import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface PictureProps {
  readonly title: string;
  /** The drawing: an SVG. */
  readonly children: ComponentChildren;
  /** A table with the same content as the drawing. */
  readonly table: ComponentChildren;
}

/** A drawing, and on request the table with the same content. */
export function Picture({ title, children, table }: PictureProps) {
  const [isTable, setTable] = useState(false);
  return (
    <figure>
      <figcaption>
        <span>{title}</span>
        <button type="button" class="small" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {/* The name says what it is about, where several pictures have one. */}
          Show as a table<span class="hidden">: {title}</span>
        </button>
      </figcaption>
      {isTable ? table : children}
    </figure>
  );
}
