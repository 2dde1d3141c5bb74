import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { TitleContext, useWindowTitle } from '../title.ts';

interface PageFrameProps {
  readonly header: ComponentChildren;
  /** The title until the content knows a better one. */
  readonly title: string;
  /** Which page it is: another place has other content. */
  readonly place: string;
  readonly children: ComponentChildren;
}

/** The frame of a page: its header, its heading, and a way past the header. */
export function PageFrame({ header, title: first, place, children }: PageFrameProps) {
  const [name, setName] = useState<string | null>(null);
  const title = name ?? first;
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(place);
  useWindowTitle(title);
  useEffect(() => {
    // A reader who follows a link goes on from the page that it leads to, and not from where the link was.
    if (last.current !== place) heading.current?.focus();
    last.current = place;
  }, [place]);
  return (
    <>
      <button type="button" class="skip" onClick={() => heading.current?.focus()}>
        Skip to the content
      </button>
      {header}
      <main id="main">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <TitleContext.Provider value={setName}>{children}</TitleContext.Provider>
      </main>
    </>
  );
}
