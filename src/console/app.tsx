import { useEffect, useRef, useState } from 'preact/hooks';
import { Header } from './header.tsx';
import { pageOf } from './pages.tsx';
import { useRoute } from './route.ts';
import { SessionGate } from './session/session.tsx';
import { TitleContext } from './title.ts';

/** The console: a header, and the page that the address names. */
export function App() {
  return <SessionGate>{(session) => <Frame {...session} />}</SessionGate>;
}

function Frame(session: Parameters<typeof Header>[0]) {
  const route = useRoute();
  const page = pageOf(route);
  const [name, setName] = useState<string | null>(null);
  const title = name ?? page.title;
  const heading = useRef<HTMLHeadingElement>(null);
  const place = route.path.join('/');
  const last = useRef(place);
  useEffect(() => {
    document.title = `${title} · Billing catalogue`;
    // A reader who follows a link goes on from the page that it leads to, and not from where the link was.
    if (last.current !== place) heading.current?.focus();
    last.current = place;
  }, [place, title]);
  return (
    <>
      <button type="button" class="skip" onClick={() => heading.current?.focus()}>
        Skip to the content
      </button>
      <Header {...session} />
      <main id="main">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <TitleContext.Provider value={setName}>{page.content}</TitleContext.Provider>
      </main>
    </>
  );
}
