import { factorFault, type VerificationKey } from '../domain/token/token-issuer.ts';
import { Lru } from '../engine/lru.ts';

const MAX_ENTRIES = 1_000;

/** Whether the factors of a modulus are sound, by its digits. */
const verdicts = new Lru<string, boolean>(MAX_ENTRIES);

/**
 * Returns whether a key is safe to verify with. A published key was never registered, and a registered one may be older than the rule. The
 * check takes tens of milliseconds, so each isolate makes it once for each key that a token names.
 */
export function isSound(key: VerificationKey): boolean {
  const { n = '' } = key;
  const verdict = verdicts.get(n) ?? factorFault(key) === null;
  verdicts.set(n, verdict);
  return verdict;
}
