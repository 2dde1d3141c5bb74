/** Groups of an IPv6 address that name its /64 network. A subscriber owns the network and can change the other groups at will. */
const NETWORK_GROUPS = 4;

/**
 * Returns the key that requests from an address are counted under: the address, or the /64 network of an IPv6 address. Requests without
 * an address share the key `unknown`, for example in a local network.
 * @param address the `CF-Connecting-IP` header, which Cloudflare sets and callers cannot
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
