import { loadConfigSchema } from '@backstage/config-loader';
import { schemaProblems } from './schemaProblems';
import { mergeLayers } from './merge/mergeLayers';
import { readLayers } from './readLayers';
import { createEnvironment } from '../testing/createEnvironment';
import { createRoot } from '../testing/createRoot';

async function check(files: Parameters<typeof createRoot>[0]) {
  const schema = await loadConfigSchema({
    serialized: {
      backstageConfigSchemaVersion: 1,
      schemas: [
        {
          path: 'test',
          packageName: 'test',
          value: {
            type: 'object',
            properties: {
              app: {
                type: 'object',
                required: ['baseUrl'],
                properties: {
                  baseUrl: { type: 'string' },
                  token: { type: 'array' },
                  either: {
                    anyOf: [
                      { type: 'boolean' },
                      {
                        type: 'object',
                        properties: { owner: { type: 'string' } },
                      },
                    ],
                  },
                },
              },
            },
          },
        },
      ],
    },
  });
  const { layers } = await readLayers(createEnvironment(createRoot(files)));
  return schemaProblems({ merged: mergeLayers(layers), schema });
}

describe('schemaProblems', () => {
  it('accepts a configuration that follows the schema', async () => {
    expect(
      await check({ 'app-config.yaml': { app: { baseUrl: 'http://x' } } }),
    ).toEqual([]);
  });

  it('names file, line, key and what was expected, but not the value', async () => {
    const problems = await check({
      'app-config.yaml': 'app:\n  baseUrl: http://x\n',
      'app-config.local.yaml':
        '# ours\napp:\n  baseUrl: http://y\n  token: hunter2\n',
    });
    expect(problems).toEqual([
      {
        code: 'config-schema',
        problem: 'the configuration key app.token must be array',
        where: 'app-config.local.yaml:4:10',
        remedy: expect.stringContaining('app-config.local.yaml'),
      },
    ]);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });

  it.each([
    [{ owner: [5] }, ['the configuration key app.either.owner must be string']],
    [7, ['the configuration key app.either must be boolean']],
  ])(
    'tells what is wrong in the shape that was meant: %j',
    async (either, expected) => {
      const problems = await check({
        'app-config.yaml': { app: { baseUrl: 'http://x', either } },
      });
      expect(problems.map(({ problem }) => problem)).toEqual(expected);
    },
  );

  it('locates the parent of a required key that is missing', async () => {
    const [problem] = await check({ 'app-config.yaml': 'app:\n  title: x\n' });
    expect(problem.problem).toContain("must have required property 'baseUrl'");
    expect(problem.where).toMatch(/^(app-config\.yaml|derived)/);
  });
});
