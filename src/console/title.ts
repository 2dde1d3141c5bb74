import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';

/** Sets the title of the page, where its content knows a better one than its address. `null`: the title of its address. */
export const TitleContext = createContext<(title: string | null) => void>(() => undefined);

/** Names the window by what it shows. */
export function useWindowTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Billing catalogue`;
  }, [title]);
}

/** Gives the page the name of what it shows, once that has been read. */
export function useTitle(title: string | undefined): void {
  const setTitle = useContext(TitleContext);
  useEffect(() => {
    if (title !== undefined) setTitle(title);
    return () => setTitle(null);
  }, [title, setTitle]);
}
