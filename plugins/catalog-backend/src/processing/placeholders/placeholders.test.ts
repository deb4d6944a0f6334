import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { PlaceholderProcessor } from '../processors/PlaceholderProcessor';
import { defaultPlaceholderResolvers } from './defaultPlaceholderResolvers';

const BASE = 'https://github.com/o/r/blob/main/folder/catalog-info.yaml';

describe('placeholders', () => {
  const reader = mockServices.urlReader.mock();
  const processor = new PlaceholderProcessor({
    resolvers: defaultPlaceholderResolvers,
    reader,
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
  });
  const emit = jest.fn();

  async function resolve(definition: any, content: string) {
    reader.readUrl.mockResolvedValue({
      buffer: async () => Buffer.from(content),
    });
    const entity = {
      apiVersion: 'x/v1',
      kind: 'API',
      metadata: { name: 'x' },
      spec: { definition },
    } as Entity;
    const result = await processor.preProcessEntity(
      entity,
      { type: 'url', target: BASE },
      emit,
    );
    return result.spec!.definition;
  }

  beforeEach(() => jest.resetAllMocks());

  it('are replaced by what they name', async () => {
    expect(await resolve({ $text: './a.txt' }, 'a: [1]')).toBe('a: [1]');
    expect(await resolve({ $yaml: './a.yaml' }, 'a: [1]')).toEqual({ a: [1] });
    expect(await resolve({ $json: './a.json' }, '{"a":1}')).toEqual({ a: 1 });
    expect(reader.readUrl.mock.calls[0][0]).toBe(
      'https://github.com/o/r/tree/main/folder/a.txt',
    );
    expect(emit).toHaveBeenCalledWith({
      type: 'refresh',
      key: 'url:https://github.com/o/r/tree/main/folder/a.txt',
    });
  });

  it.each<[any, string, string]>([
    [
      { $json: './a' },
      '{',
      'Placeholder $json failed to parse JSON data at ./a, SyntaxError',
    ],
    [
      { $yaml: './a' },
      'a: 1\n---\nb: 2',
      'Placeholder $yaml expected to find exactly one document of data at ./a, found 2',
    ],
    [
      { $yaml: './a' },
      'a: [',
      'Placeholder $yaml found an error in the data at ./a, YAMLParseError',
    ],
    [
      { $text: 7 },
      '',
      'Placeholder $text expected a string value parameter, in the form of an absolute URL or a relative path',
    ],
    [
      { $text: 'https://github.com/o/other/blob/main/a.txt' },
      '',
      `Placeholder $text could not form a URL out of ${BASE} and https://github.com/o/other/blob/main/a.txt, Error: Placeholder may only reference files from the same repository as the entity`,
    ],
  ])('fail for %j', async (definition, content, message) => {
    await expect(resolve(definition, content)).rejects.toThrow(message);
  });

  it('fail for what cannot be read', async () => {
    reader.readUrl.mockRejectedValue(new Error('no'));
    await expect(
      defaultPlaceholderResolvers.text({
        key: 'text',
        value: './a',
        baseUrl: BASE,
        read: async url => (await reader.readUrl(url)).buffer(),
        resolveUrl: url => url,
        emit,
      }),
    ).rejects.toThrow(
      'Placeholder $text could not read location ./a, Error: no',
    );
    expect(emit).not.toHaveBeenCalled();
  });
});
