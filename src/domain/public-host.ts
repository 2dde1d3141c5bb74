const PRIVATE = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|arpa|test|invalid|onion)\.?$/;

/**
 * Returns whether a host, as `URL` writes it, is a name that can be public. Addresses in numbers are none, nor are names of local networks.
 * We send requests to such hosts, which must not reach what the caller could not reach.
 */
export const isPublicName = (host: string): boolean => /\.[a-z]{2,}\.?$|\.xn--[a-z0-9-]+\.?$/.test(host) && !PRIVATE.test(host);

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a host, as `URL` writes it, is the machine itself, by the names that developers use. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);
