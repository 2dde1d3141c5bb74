import { JOSEError, JWTClaimValidationFailed, JWTExpired } from 'jose/errors';

/** What a check of a token found; or why the token is not accepted, for the log alone: no caller is told, and no part of the token is in it. */
export type Verified<T> = { readonly ok: true; readonly value: T } | Unverified;

interface Unverified {
  readonly ok: false;
  readonly reason: string;
}

export const verified = <T>(value: T): Verified<T> => ({ ok: true, value });

export const unverified = (reason: string): Unverified => ({ ok: false, reason });

/** Why `jose` refused a token: its code, and the claim at fault. Its messages may quote the token. */
export function reasonOf(error: unknown): string {
  if (error instanceof JWTClaimValidationFailed || error instanceof JWTExpired) return `${error.code}: ${error.claim}`;
  if (error instanceof JOSEError) return error.code;
  return error instanceof Error ? error.name : 'unknown error';
}
