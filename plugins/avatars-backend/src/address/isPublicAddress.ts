import ipaddr from 'ipaddr.js';

// The only block of IPv6 that is handed out for the public internet. Checked on its own, because forms such as
// `::127.0.0.1` are in no special range and yet carry another address.
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

// Azure's metadata service answers at an address of the public range.
const METADATA_ADDRESSES = ['168.63.129.16'];

/**
 * Whether an IP address belongs to the public internet: not private, loopback, link-local (where clouds keep their
 * metadata services), multicast, reserved, or a tunnel to any of these. Text that is no IP address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) {
    return false;
  }
  // `process` turns an IPv4 address in IPv6 clothes into the IPv4 address that is dialled.
  const parsed = ipaddr.process(address);
  if (
    parsed.range() !== 'unicast' ||
    METADATA_ADDRESSES.includes(parsed.toString())
  ) {
    return false;
  }
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST);
}
