import type { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import { parseEntityData } from './parseEntityData';

const location = { type: 'url', target: 'https://example.com/template.yaml' };

async function parse(text: string) {
  const results: CatalogProcessorResult[] = [];
  for await (const result of parseEntityData({
    data: Buffer.from(text),
    location,
  })) {
    results.push(result);
  }
  return results;
}

describe('parseEntityData', () => {
  it('passes on a template that will be rejected, and says where its fault is', async () => {
    const results = await parse(
      [
        'apiVersion: scaffolder.backstage.io/v1beta3',
        'kind: Template',
        'metadata: { name: service }',
        'spec:',
        '  type: service',
        '  steps:',
        '    - name: first',
      ].join('\n'),
    );
    expect(results).toMatchObject([
      { type: 'entity', entity: { kind: 'Template' } },
      {
        type: 'error',
        error: {
          name: 'InputError',
          message: expect.stringContaining(
            'url:https://example.com/template.yaml:7:7 spec.steps[0].action: ',
          ),
        },
      },
    ]);
  });

  it('says nothing of good ones', async () => {
    expect(
      await parse(
        'apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: a}\nspec: {type: a, steps: [{action: b}]}\n',
      ),
    ).toMatchObject([{ type: 'entity' }]);
  });
});
