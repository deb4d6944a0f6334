import { withStrictProxiesFirst } from './withStrictProxiesFirst';

it('puts the longest route first, and leaves the rest alone', () => {
  const data = {
    app: { title: 'x' },
    proxy: {
      skipInvalidProxies: true,
      endpoints: {
        '/open': 'http://a',
        '/open/secret/': 'http://b',
        '/z': 'c',
      },
    },
  };
  const ordered = withStrictProxiesFirst({ data });
  expect(ordered).toEqual(data);
  expect(Object.keys((ordered.proxy as any).endpoints)).toEqual([
    '/open/secret/',
    '/open',
    '/z',
  ]);
  expect(withStrictProxiesFirst({ data: { app: {} } })).toEqual({ app: {} });
});
