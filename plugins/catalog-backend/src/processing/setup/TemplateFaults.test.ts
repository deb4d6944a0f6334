import { createEntityParser } from './createEntityParser';
import { TemplateFaults } from './TemplateFaults';

const location = { type: 'url', target: 'https://example.com/template.yaml' };
const entity = (name: string, kind = 'Template') => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind,
  metadata: { name },
});
const template = (name: string, steps: string) =>
  `apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: ${name} }
spec: { type: service, steps: ${steps} }
`;

describe('TemplateFaults', () => {
  let faults: TemplateFaults;
  const parse = async (text: string) => {
    const results = [];
    const parser = createEntityParser({ faults });
    for await (const result of parser({ data: Buffer.from(text), location })) {
      results.push(result);
    }
    return results;
  };
  beforeEach(() => {
    faults = new TemplateFaults();
  });

  it('knows where a template is wrong, and passes all of them on', async () => {
    expect(
      await parse(
        `${template('bad', '[{ name: a }]')}---\n${template(
          'good',
          '[{ action: a }]',
        )}`,
      ),
    ).toMatchObject([
      { type: 'entity', entity: { metadata: { name: 'bad' } } },
      { type: 'entity', entity: { metadata: { name: 'good' } } },
    ]);
    expect(faults.of({ entity: entity('bad'), location })).toContain(
      'url:https://example.com/template.yaml:4:32 spec.steps[0].action: ',
    );
    expect(faults.of({ entity: entity('good'), location })).toBeUndefined();
    expect(
      faults.of({ entity: entity('bad', 'Component'), location }),
    ).toBeUndefined();
  });

  it('forgets what has been mended', async () => {
    await parse(template('bad', '[{ name: a }]'));
    await parse(template('bad', '[{ action: a }]'));
    expect(faults.of({ entity: entity('bad'), location })).toBeUndefined();
  });
});
