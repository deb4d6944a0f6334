import { features } from '../../dev/permissionsFixture';
import { permissionUnion } from './permissionUnion';

describe('permissionUnion', () => {
  const union = (...ids: string[]) =>
    permissionUnion(features, new Set(ids)).map(
      ({ permission, level }) => `${permission}: ${level}`,
    );

  it('is empty without a feature', () => {
    expect(union()).toEqual([]);
  });

  it('takes the highest level of each permission, repositories before organisations', () => {
    expect(union('people', 'catalog-discovery', 'create-repositories')).toEqual(
      ['administration: write', 'contents: write', 'members: read'],
    );
  });

  it('names every feature that needs it', () => {
    expect(
      permissionUnion(
        features,
        new Set(['catalog-discovery', 'create-repositories']),
      ).find(({ permission }) => permission === 'contents')?.neededBy,
    ).toEqual([
      'Catalog from repositories',
      'Templates that create repositories',
    ]);
  });
});
