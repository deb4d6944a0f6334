import { countRelations } from './countRelations';
import { generateEntities } from './generateEntities';

/** Every reference in a spec is one relation, seen from both of its ends. */
function countReferences(count: number) {
  const fields = [
    'owner',
    'system',
    'domain',
    'parent',
    'memberOf',
    'providesApis',
    'consumesApis',
    'dependsOn',
  ];
  let owners = 0;
  let references = 0;
  for (const { spec = {} } of generateEntities({ count })) {
    owners += spec.owner ? 1 : 0;
    references += fields.flatMap(field => spec[field] ?? []).length;
  }
  return { ownedBy: owners, all: 2 * references };
}

describe('countRelations', () => {
  it.each([4, 25, 1000])('counts those of %d entities', count => {
    expect(countRelations(count)).toEqual(countReferences(count));
  });
});
