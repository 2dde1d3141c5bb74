/** The part of package-lock.json (version 3) that is checked. */
interface LockFile {
  readonly packages: Readonly<Record<string, Entry>>;
}

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  /** Whether the package is a folder of this project. */
  readonly link?: boolean;
}

/**
 * Returns the entries that could install a different package than the tested one: without a hash, which npm omits for packages of other
 * platforms, or with a `resolved` address, whose host can differ for each machine.
 */
export function lockFaults(text: string): readonly string[] {
  const { packages }: LockFile = JSON.parse(text);
  return Object.entries(packages).flatMap(([path, { version, integrity, resolved, link }]) => {
    if (link || !path.includes('node_modules/')) return [];
    const name = `${path.replace(/^.*node_modules\//, '')}@${version}`;
    const hash = integrity?.startsWith('sha512-') ? [] : [`${name} has no sha512 integrity: npm view ${name} dist.integrity`];
    return resolved === undefined ? hash : [...hash, `${name} names where it comes from: remove "resolved"`];
  });
}
