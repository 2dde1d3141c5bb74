import { JOSEError, JWTClaimValidationFailed, JWTExpired } from 'jose/errors';

/** The result of a token check, or the reason that the token is not valid. The reason is for the log: it quotes no part of the token. */
export type Verified<T> = { readonly ok: true; readonly value: T } | Unverified;

interface Unverified {
  readonly ok: false;
  readonly reason: string;
}

export const verified = <T>(value: T): Verified<T> => ({ ok: true, value });

export const unverified = (reason: string): Unverified => ({ ok: false, reason });

/** Returns why `jose` refused a token: the error's code and the claim at fault. The error's message may quote the token. */
export function reasonOf(error: unknown): string {
  if (error instanceof JWTClaimValidationFailed || error instanceof JWTExpired) return `${error.code}: ${error.claim}`;
  if (error instanceof JOSEError) return error.code;
  return error instanceof Error ? error.name : 'unknown error';
}
