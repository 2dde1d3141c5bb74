/** Groups of an IPv6 address that name a network: what one subscriber is given, and may change the rest of as it likes. */
const NETWORK_GROUPS = 4;

/**
 * What an address is counted as: itself, or the /64 network of an IPv6 address. Addresses that Cloudflare did not name, as within a
 * local network, are counted as one.
 * @param address `CF-Connecting-IP`, which Cloudflare sets and no caller can
 */
export function networkOf(address: string | null): string {
  if (!address) return 'unknown';
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [start = '', end] = address.toLowerCase().split('::');
  const groups = start === '' ? [] : start.split(':');
  const last = end ? end.split(':') : [];
  const zeros = end === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - last.length)).fill('0');
  const network = [...groups, ...zeros, ...last].slice(0, NETWORK_GROUPS);
  return `${network.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
