import { forbiddenAddress } from './forbiddenAddress';

it.each([
  ['169.254.169.254', 'link-local'],
  ['169.254.0.1', 'link-local'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'link-local'],
  ['febf::1', 'link-local'],
  ['::ffff:169.254.169.254', 'link-local'],
  ['64:ff9b::a9fe:a9fe', 'link-local'],
  ['2002:a9fe:a9fe::1', 'link-local'],
  ['fd00:ec2::254', 'cloud metadata'],
  ['FD00:0EC2:0:0:0:0:0:0254', 'cloud metadata'],
  ['100.100.100.200', 'cloud metadata'],
  ['168.63.129.16', 'cloud metadata'],
  ['::ffff:168.63.129.16', 'cloud metadata'],
  ['0.0.0.0', 'unspecified'],
  ['0.1.2.3', 'unspecified'],
  ['::', 'unspecified'],
  ['::ffff:0:0', 'unspecified'],
  ['127.0.0.1', 'loopback'],
  ['127.255.0.9', 'loopback'],
  ['::1', 'loopback'],
  ['::1%lo', 'loopback'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['::ffff:7f00:1', 'loopback'],
  ['::127.0.0.1', 'loopback'],
  ['::ffff:0:127.0.0.1', 'loopback'],
  ['nonsense', 'invalid'],
])('%s is %s', (address, kind) => {
  expect(forbiddenAddress(address)).toBe(kind);
});

it.each([
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '140.82.121.4',
  'fd12:3456::1',
  '2a00:1450:4001::1',
  '::ffff:10.0.0.1',
  '64:ff9b::8c52:7904',
])('%s may be dialled', address => {
  expect(forbiddenAddress(address)).toBeUndefined();
});
