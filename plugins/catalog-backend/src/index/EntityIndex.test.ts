import { deserialize, serialize } from 'node:v8';
import { EntityIndex } from './EntityIndex';

const entry = (name: string, hash: string, spec: object) => ({
  entityId: `id-${name}`,
  entityRef: `component:default/${name}`,
  hash,
  entity: {
    apiVersion: 'v1',
    kind: 'Component',
    metadata: { name, uid: `id-${name}` },
    spec: spec as any,
  },
});

describe('EntityIndex', () => {
  it('finds entities, replaces and removes them', () => {
    const index = new EntityIndex();
    index.apply({
      upserts: [
        entry('a', '1', { type: 'Service', tags: ['x', 'y'] }),
        entry('b', '2', { type: 'library' }),
      ],
      removals: [],
    });
    expect(index.size).toBe(2);
    expect(index.get({ entityRef: 'component:default/a' })).toEqual({
      slot: 0,
      entityId: 'id-a',
      entityRef: 'component:default/a',
      hash: '1',
    });
    expect(
      index.valuesOf({ entityRef: 'component:default/a', key: 'spec.Type' }),
    ).toEqual(['Service']);
    const both = index.checksum();

    index.apply({
      upserts: [entry('a', '3', { type: 'website' })],
      removals: ['id-b', 'id-unknown'],
    });
    expect(index.size).toBe(1);
    expect(index.get({ entityId: 'id-b' })).toBeUndefined();
    expect(
      index.valuesOf({ entityRef: 'component:default/a', key: 'spec.type' }),
    ).toEqual(['website']);
    expect(index.checksum()).not.toBe(both);
  });

  it('comes back from a snapshot', () => {
    const index = new EntityIndex();
    index.apply({
      upserts: [entry('a', '1', { type: 'Service', tags: ['x', 'y'] })],
      removals: [],
    });
    const loaded = EntityIndex.load(deserialize(serialize(index.dump())));
    expect(loaded.checksum()).toBe(index.checksum());
    expect(
      loaded.valuesOf({ entityRef: 'component:default/a', key: 'spec.tags' }),
    ).toEqual(['x', 'y']);
    expect(() => EntityIndex.load({ ...index.dump(), version: 0 })).toThrow(
      'The index snapshot has version 0, not 1',
    );
  });
});
