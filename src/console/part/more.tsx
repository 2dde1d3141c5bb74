import { useEffect, useRef } from 'preact/hooks';
import type { Pages } from '../api/use-pages.ts';
import { Loading, Problem } from './status.tsx';

interface MoreProps {
  readonly pages: Pages<unknown>;
  /** What the list has, as a plural. */
  readonly what: string;
}

/** The end of a list that goes on: reads the next page when it comes into view, or when its button is pressed. */
export function More({ pages: { hasMore, isLoading, error, more }, what }: MoreProps) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current || !hasMore || isLoading || error) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more(), { rootMargin: '200px' });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [hasMore, isLoading, error, more]);
  return (
    <div ref={end}>
      {isLoading && <Loading what={what} />}
      <Problem error={error} retry={more} />
      {hasMore && !isLoading && !error && (
        <button type="button" onClick={more}>
          More {what}
        </button>
      )}
    </div>
  );
}
