import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  CatalogModelSources,
  createCatalogModelLayer,
} from '@backstage/catalog-model/alpha';
import { BuiltinKindsEntityProcessor } from '@backstage/plugin-catalog-backend';
import type { EntityRelationSpec } from '@backstage/plugin-catalog-node';
import { ModelHolder } from './ModelHolder';
import { ModelProcessor } from './ModelProcessor';

const location = { type: 'url', target: 'https://x/a.yaml' };

const robots = createCatalogModelLayer({
  layerId: 'example.com/robots',
  builder: model => {
    model.addKind({
      group: 'example.com',
      names: { kind: 'Robot', singular: 'robot', plural: 'robots' },
      description: 'A robot.',
      versions: [
        {
          name: 'v1',
          relationFields: [
            {
              selector: { path: 'spec.owner' },
              relation: 'ownedBy',
              defaultKind: 'Group',
              defaultNamespace: 'default',
              allowedKinds: ['Group'],
            },
          ],
          schema: {
            jsonSchema: {
              type: 'object',
              properties: {
                spec: {
                  type: 'object',
                  required: ['wheels'],
                  properties: { wheels: { type: 'number' } },
                },
              },
            },
          },
        },
      ],
    });
  },
});

const entity = (kind: string, spec: any, apiVersion = 'example.com/v1') =>
  ({
    apiVersion,
    kind,
    metadata: { name: 'x', namespace: 'n' },
    spec,
  } as Entity);

describe('ModelProcessor', () => {
  const logger = mockServices.logger.mock();
  let processor: ModelProcessor;

  beforeAll(async () => {
    processor = new ModelProcessor(
      await ModelHolder.create({
        sources: [CatalogModelSources.static([robots])],
        logger,
        lifecycle: mockServices.rootLifecycle.mock(),
      }),
    );
  });

  async function relationsOf(
    of: Pick<ModelProcessor, 'postProcessEntity'>,
    input: Entity,
  ) {
    const relations: EntityRelationSpec[] = [];
    await of.postProcessEntity(input, location, item => {
      if (item.type === 'relation') relations.push(item.relation);
    });
    return relations.map(r => JSON.stringify(r)).sort();
  }

  it('says what it has read', () => {
    expect(logger.info).toHaveBeenCalledWith('Reading 1 catalog model sources');
    expect(logger.info).toHaveBeenCalledWith(
      'Loaded catalog model layer: example.com/robots',
    );
  });

  it('validates kinds of the model', async () => {
    const validate = (input: Entity) => processor.validateEntityKind(input);
    expect(await validate(entity('Robot', { wheels: 3 }))).toBe(true);
    expect(await validate(entity('Unknown', {}))).toBe(false);
    await expect(validate(entity('Robot', { wheels: 'many' }))).rejects.toThrow(
      'Validation of Robot entity failed: /spec/wheels must be number - type: number',
    );
    await expect(
      validate(entity('Robot', { wheels: 3 }, 'example.com/v9')),
    ).rejects.toThrow(TypeError);
  });

  it('emits relations to the kinds that a field may name', async () => {
    const targets = async (owner: unknown) =>
      (await relationsOf(processor, entity('Robot', { owner }))).map(json => {
        const { type, target } = JSON.parse(json);
        return [type, target.kind, target.namespace, target.name].join(' ');
      });
    expect(await targets('team')).toEqual(['ownedBy Group default team']);
    expect(await targets('user:u')).toEqual([]);
    expect(await targets(['group:m/a', 7, 'b'])).toEqual([
      'ownedBy Group default b',
      'ownedBy group m a',
    ]);
  });

  it('does for built-in kinds what the built-in processor does', async () => {
    const component = entity(
      'Component',
      {
        type: 'service',
        lifecycle: 'x',
        owner: 'team',
        system: 's',
        subcomponentOf: 'c',
        providesApis: ['b', 'a'],
        consumesApis: ['other/c'],
        dependsOn: ['resource:d', 'component:e'],
      },
      'backstage.io/v1alpha1',
    );
    expect(await processor.validateEntityKind(component)).toBe(true);
    const ours = await relationsOf(processor, component);
    expect(ours.length).toBeGreaterThan(10);
    expect(ours).toEqual(
      await relationsOf(new BuiltinKindsEntityProcessor(), component),
    );
    const sorted = await processor.preProcessEntity(component);
    expect(sorted.spec!.providesApis).toEqual(['a', 'b']);
  });
});
