import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { ModelHolder } from '../model/ModelHolder';
import { createProcessors } from './createProcessors';

const processor = (
  name: string,
  priority?: () => number,
): CatalogProcessor => ({
  getProcessorName: () => name,
  ...(priority && { getPriority: priority }),
});

describe('createProcessors', () => {
  function namesFor(options: {
    catalog?: any;
    added?: CatalogProcessor[];
    modelHolder?: ModelHolder;
  }) {
    const config = new ConfigReader({ catalog: options.catalog ?? {} });
    return createProcessors({
      config,
      logger: mockServices.logger.mock(),
      reader: mockServices.urlReader.mock(),
      integrations: ScmIntegrations.fromConfig(config),
      added: options.added ?? [],
      placeholderResolvers: {},
      modelHolder: options.modelHolder,
    }).map(each => each.getProcessorName());
  }
  const defaults = [
    'PlaceholderProcessor',
    'BuiltinKindsEntityProcessor',
    'FileReaderProcessor',
    'url-reader',
    'AnnotateLocationEntityProcessor',
  ];

  it('puts what modules add after the defaults', () => {
    expect(namesFor({ added: [processor('a'), processor('b')] })).toEqual([
      ...defaults,
      'a',
      'b',
    ]);
  });

  it('replaces the built-in kinds', () => {
    const [placeholder, builtin, ...readers] = defaults;
    expect(namesFor({ modelHolder: new ModelHolder({} as any) })).toEqual([
      placeholder,
      'ModelProcessor',
      ...readers,
    ]);
    expect(namesFor({ added: [processor(builtin)] })).toEqual([
      placeholder,
      ...readers,
      builtin,
    ]);
  });

  it('orders and disables', () => {
    const names = namesFor({
      catalog: {
        disableDefaultProcessors: true,
        processorOptions: {
          c: { priority: 5 },
          d: { disabled: true },
          e: { priority: 30 },
        },
      },
      added: [
        processor('a'),
        processor('b', () => 10),
        processor('c', () => 40),
        processor('d'),
        processor('e'),
        processor('not a key'),
        processor('f', () => {
          throw new Error();
        }),
      ],
    });
    expect(names).toEqual([
      'c',
      'b',
      'PlaceholderProcessor',
      'BuiltinKindsEntityProcessor',
      'a',
      'not a key',
      'f',
      'e',
    ]);
  });

  it('does not start with configuration that has moved', () => {
    expect(() =>
      namesFor({ catalog: { processors: { gitlabApi: {} } } }),
    ).toThrow(
      'Using deprecated configuration for catalog.processors.gitlabApi, move to using integrations.gitlab instead',
    );
  });

  it('does not start without the processor that a location needs', () => {
    const catalog = { locations: [{ type: 'ldap-org', target: 'x' }] };
    expect(() => namesFor({ catalog })).toThrow(
      'Your config contains a "catalog.locations" entry of type ldap-org, but does not have the corresponding catalog processor LdapOrgReaderProcessor installed.',
    );
    expect(
      namesFor({ catalog, added: [processor('LdapOrgReaderProcessor')] }),
    ).toHaveLength(6);
    expect(
      namesFor({
        catalog: { ...catalog, engine: { skipMissingProcessorsCheck: true } },
      }),
    ).toHaveLength(5);
  });
});
