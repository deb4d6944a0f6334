import { fetch, ProxyAgent } from 'undici';
import { json, startStandIn } from './startStandIn';
import { startVendorProxy } from './startVendorProxy';
import { testAuthority } from './testAuthority';

it('leads to the stand-in of a host, and nowhere else', async () => {
  const standIn = await startStandIn({
    name: 'Acme',
    routes: { 'GET /': ({ url }) => json(url.host) },
    hosts: ['acme.example.org'],
  });
  const proxy = await startVendorProxy({ 'acme.example.org': standIn });
  const { ca } = await testAuthority();
  const dispatcher = new ProxyAgent({ uri: proxy.url, requestTls: { ca } });
  try {
    const response = await fetch('https://acme.example.org', { dispatcher });
    await expect(response.json()).resolves.toBe('acme.example.org');
    await expect(
      fetch('https://other.example.org', { dispatcher }),
    ).rejects.toThrow('fetch failed');
    expect(proxy.refused).toEqual(['other.example.org:443']);
  } finally {
    await dispatcher.close();
    await proxy.close();
    await standIn.close();
  }
});
