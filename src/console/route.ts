import { useEffect, useState } from 'preact/hooks';

/** A page of the console and what it is about: `#/accounts/acme/changes` has the path `['accounts', 'acme', 'changes']`. */
export interface Route {
  readonly path: readonly string[];
  readonly parameters: URLSearchParams;
}

/**
 * Reads a route from the fragment of an address. The fragment is never sent to a server, and any path of it is served by one page, so that
 * no path of the API is taken.
 */
export function routeIn(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return { path: path.split('/').filter(Boolean).map(decoded), parameters: new URLSearchParams(query) };
}

/** Returns the address of a page: `hrefOf(['accounts', 'a/b'])` is `#/accounts/a%2Fb`. */
export function hrefOf(path: readonly string[], parameters: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(parameters).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${query && `?${query}`}`;
}

/** Returns the route of the address bar, and draws again when it changes. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const read = () => setHash(location.hash);
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return routeIn(hash);
}

/** An address that somebody typed can have a lone `%`. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
