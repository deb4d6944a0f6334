import type { Entity } from '@backstage/catalog-model';
import { stringify } from 'yaml';
import { thing } from '../harness/deferred';
import type { FileContent, FileName, ThingSpec } from './Step';

/** The names that belong to one sequence, so that many can run in one catalog without meeting. */
export interface Scene {
  /** Occurs in everything that belongs to the sequence. */
  id: string;
  provider(index: number): string;
  ref(name: string): string;
  url(file: FileName): string;
  refreshKey(name: string): string;
  entity(spec: ThingSpec): Entity;
  text(content: FileContent): string;
}

/** How many providers a sequence has. */
export const PROVIDERS = 3;

export function createScene(number: number): Scene {
  const id = `seq${String(number).padStart(3, '0')}`;
  const scene: Scene = {
    id,
    provider: index => `${id}-p${index}`,
    ref: name => `thing:${id}/${name.toLowerCase()}`,
    url: file => `https://files.test/${id}/${file}`,
    refreshKey: name => `key:${id}/${name}`,
    entity: spec => toThing(scene, spec),
    text(content) {
      if ('broken' in content) {
        return 'a: b: c: [';
      }
      const documents: Entity[] = content.things.map(spec => {
        const entity = toThing(scene, spec);
        delete entity.metadata.annotations;
        return entity;
      });
      if (content.toThree) {
        documents.push({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Location',
          metadata: { namespace: id, name: 'to-three' },
          spec: { type: 'url', targets: ['./three.yaml'] },
        });
      }
      return documents.map(document => stringify(document)).join('---\n');
    },
  };
  return scene;
}

function toThing(scene: Scene, spec: ThingSpec): Entity {
  const { name, children, dependsOn, ...rest } = spec;
  const entity = thing({
    ...rest,
    name,
    namespace: scene.id,
    refreshKeys: [scene.refreshKey(name)],
    relations: dependsOn?.map(target => ({
      type: 'dependsOn',
      inverse: 'dependencyOf',
      target: scene.ref(target),
    })),
  });
  if (children) {
    Object.assign(entity.spec!.conformance as object, {
      children: children.map(child => ({
        entity: toThing(scene, child),
        ...(child.locationKey !== undefined && {
          locationKey: child.locationKey,
        }),
      })),
    });
  }
  return entity;
}
