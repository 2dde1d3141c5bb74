import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lockFaults } from '../../scripts/lock-faults.ts';

const HASH = 'sha512-abc==';
const lock = (packages: object) =>
  JSON.stringify({ lockfileVersion: 3, packages: { '': { name: 'this', version: '1.0.0' }, ...packages } });

describe('the lock file', () => {
  it.each(['package-lock.json', 'test/clients/package-lock.json'])(
    '%s says of each package which one it is, and of none where it comes from',
    (file) => {
      expect(lockFaults(readFileSync(`${import.meta.dirname}/../../${file}`, 'utf8'))).toEqual([]);
    },
  );

  it('may link to a folder of this project, which has no hash', () => {
    expect(lockFaults(lock({ '../..': { version: '1.0.0' }, 'node_modules/this': { resolved: '../..', link: true } }))).toEqual([]);
  });

  it('is refused where a package has no hash, an optional one included', () => {
    const optional = { version: '2.0.0', optional: true };
    expect(
      lockFaults(lock({ 'node_modules/a': { version: '1.0.0', integrity: HASH }, 'node_modules/a/node_modules/@b/c': optional })),
    ).toEqual(['@b/c@2.0.0 has no sha512 integrity: npm view @b/c@2.0.0 dist.integrity']);
  });

  it('is refused where a hash is a weak one', () => {
    expect(lockFaults(lock({ 'node_modules/a': { version: '1.0.0', integrity: 'sha1-abc=' } }))).toHaveLength(1);
  });

  it('is refused where a package names a host', () => {
    const entry = { version: '1.0.0', integrity: HASH, resolved: 'https://registry.example.com/a.tgz' };
    expect(lockFaults(lock({ 'node_modules/a': entry }))).toEqual(['a@1.0.0 names where it comes from: remove "resolved"']);
  });
});
