/** What of package-lock.json (version 3) is looked at. */
interface LockFile {
  readonly packages: Readonly<Record<string, Entry>>;
}

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
}

/** The package itself is the entry without a path. */
const ITSELF = '';

/**
 * What lets a package be another than the one that was tried: an entry without its hash, or one that names where it comes from, since a
 * host is each machine's own. npm leaves out the hashes of packages that are for other platforms than the one that wrote the file.
 */
export function lockFaults(text: string): readonly string[] {
  const { packages }: LockFile = JSON.parse(text);
  return Object.entries(packages).flatMap(([path, { version, integrity, resolved }]) => {
    if (path === ITSELF) return [];
    const name = `${path.replace(/^.*node_modules\//, '')}@${version}`;
    const hash = integrity?.startsWith('sha512-') ? [] : [`${name} has no sha512 integrity: npm view ${name} dist.integrity`];
    return resolved === undefined ? hash : [...hash, `${name} names where it comes from: remove "resolved"`];
  });
}
