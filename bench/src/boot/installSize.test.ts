import { createMockDirectory } from '@backstage/backend-test-utils';
import { installSize } from './installSize';

const kilobytes = (count: number) => 'x'.repeat(count * 1000);

describe('installSize', () => {
  const folder = createMockDirectory();

  it('counts production dependencies once and nothing else', () => {
    folder.setContent({
      backend: {
        'package.json': JSON.stringify({
          dependencies: { one: '1', two: '1', web: '1' },
          devDependencies: { tool: '1' },
        }),
      },
      dist: { 'main.js': kilobytes(5) },
      node_modules: {
        one: {
          'package.json': '{"dependencies":{"shared":"1"}}',
          'index.js': kilobytes(10),
          node_modules: {
            forgotten: { 'package.json': '{}', 'index.js': kilobytes(9000) },
          },
        },
        two: {
          'package.json':
            '{"dependencies":{"shared":"1"},"optionalDependencies":{"mac-only":"1"}}',
          'index.js': kilobytes(20),
        },
        shared: { 'package.json': '{}', 'index.js': kilobytes(40) },
        web: {
          'package.json': '{"bundled":true,"dependencies":{"react":"1"}}',
          'index.js': kilobytes(80),
        },
        react: { 'package.json': '{}', 'index.js': kilobytes(9000) },
        tool: { 'package.json': '{}', 'index.js': kilobytes(9000) },
      },
    });
    const size = installSize({
      packages: [folder.resolve('backend')],
      own: [folder.resolve('dist'), folder.resolve('missing')],
    });
    // 10 + 20 + 40 + 80 + 5 kB, and the manifests.
    expect(size).toBeGreaterThan(0.155);
    expect(size).toBeLessThan(0.156);
  });

  it('prefers the copy nearest to the package that asks', () => {
    folder.setContent({
      backend: {
        'package.json': '{"dependencies":{"shared":"1"}}',
        node_modules: {
          shared: { 'package.json': '{}', 'index.js': kilobytes(30) },
        },
      },
      node_modules: {
        shared: { 'package.json': '{}', 'index.js': kilobytes(9000) },
      },
    });
    expect(
      installSize({ packages: [folder.resolve('backend')], own: [] }),
    ).toBeCloseTo(0.03, 3);
  });
});
