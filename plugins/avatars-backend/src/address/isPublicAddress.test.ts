import { isPublicAddress } from './isPublicAddress';

describe('isPublicAddress', () => {
  it.each([
    '8.8.8.8',
    '140.82.121.4',
    '2606:4700:4700::1111',
    '::ffff:8.8.8.8',
  ])('takes %s for public', address => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['loopback', '127.0.0.1'],
    ['all of loopback', '127.8.8.8'],
    ['loopback', '::1'],
    ['loopback in IPv6 clothes', '::ffff:127.0.0.1'],
    ['loopback in older IPv6 clothes', '::127.0.0.1'],
    ['unspecified', '0.0.0.0'],
    ['unspecified', '::'],
    ['this network', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '192.168.1.1'],
    ['unique local', 'fd00:ec2::254'],
    ['link-local, metadata', '169.254.169.254'],
    ['metadata in IPv6 clothes', '::ffff:a9fe:a9fe'],
    ['metadata of Azure', '168.63.129.16'],
    ['metadata of Alibaba, carrier-grade NAT', '100.100.100.200'],
    ['metadata of Oracle', '192.0.0.192'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast', '224.0.0.1'],
    ['multicast', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['benchmarking', '198.18.0.1'],
    ['documentation', '203.0.113.7'],
    ['documentation', '2001:db8::1'],
    ['NAT64 of loopback', '64:ff9b::7f00:1'],
    ['6to4 of loopback', '2002:7f00:1::'],
    ['Teredo', '2001::1'],
    ['no address', 'localhost'],
    ['no address', ''],
  ])('refuses %s: %s', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
