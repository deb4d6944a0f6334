import ipaddr from 'ipaddr.js';

/** Where clouds hand out a machine's credentials, as far as it is not a link-local address anyway. */
const METADATA = new Set(
  [
    '100.100.100.200', // Alibaba Cloud
    '168.63.129.16', // Azure
    '192.0.0.192', // Oracle Cloud
    'fd00:ec2::254', // AWS
    'fd00:ec2::23', // AWS EKS
    'fd20:ce::254', // Google Cloud
    'fd00:42::42', // Scaleway
  ].map(address => ipaddr.parse(address).toNormalizedString()),
);

/** Why an address must not be dialled when a URL is read. Private ranges are not in it: on-premise hosts live there. */
export type ForbiddenKind =
  | 'loopback'
  | 'link-local'
  | 'cloud metadata'
  | 'unspecified'
  | 'invalid';

/** What is wrong with dialling an address; undefined if nothing is. An IPv6 address counts as the IPv4 address in it. */
export function forbiddenAddress(address: string): ForbiddenKind | undefined {
  if (!ipaddr.isValid(address)) {
    return 'invalid';
  }
  const parsed = ipaddr.process(address);
  return (
    kindOf(parsed) ??
    (parsed.kind() === 'ipv6'
      ? embeddedAddresses(parsed as ipaddr.IPv6)
          .map(kindOf)
          .find(Boolean)
      : undefined)
  );
}

function kindOf(parsed: ipaddr.IPv4 | ipaddr.IPv6): ForbiddenKind | undefined {
  // Without the zone of a scoped address.
  const bare = ipaddr.fromByteArray(parsed.toByteArray());
  if (METADATA.has(bare.toNormalizedString())) {
    return 'cloud metadata';
  }
  switch (bare.range()) {
    case 'loopback':
    case 'unspecified':
      return bare.range() as ForbiddenKind;
    case 'linkLocal':
      return 'link-local';
    default:
      return undefined;
  }
}

/** The IPv4 addresses that a gateway may find in an IPv6 address. */
function embeddedAddresses(address: ipaddr.IPv6): ipaddr.IPv4[] {
  const bytes = address.toByteArray();
  const v4 = (start: number) => new ipaddr.IPv4(bytes.slice(start, start + 4));
  switch (address.range()) {
    case 'rfc6145':
    case 'rfc6052': // NAT64
      return [v4(12)];
    case '6to4':
      return [v4(2)];
    default:
      // The old `::127.0.0.1`.
      return bytes.slice(0, 12).every(byte => byte === 0) ? [v4(12)] : [];
  }
}
