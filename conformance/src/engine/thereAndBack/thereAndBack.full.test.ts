import {
  allDatabases,
  startDatabases,
  type Databases,
} from '../harness/databases';
import { UNDER_TEST, type EngineName } from '../harness/engines';
import { journey, type Sight } from './journey';

jest.setTimeout(180_000);

const withoutIds = ({ state, answers }: Sight) => ({ state, answers });

describe.each(allDatabases)('switching engines on %s', database => {
  let databases: Databases;
  beforeAll(async () => {
    databases = await startDatabases(database);
  });
  afterAll(() => databases?.stop());

  describe.each(['keep', 'delete'] as const)(
    'with orphanStrategy %s',
    orphanStrategy => {
      let control: Sight[];
      beforeAll(async () => {
        control = await journey({
          databases,
          engines: ['stock', 'stock'],
          orphanStrategy,
        });
      });

      it.each<[string, [EngineName, EngineName]]>([
        ['from stock and back', ['stock', UNDER_TEST]],
        ['to stock and back', [UNDER_TEST, 'stock']],
      ])('%s loses nothing', async (_, engines) => {
        const sights = await journey({ databases, engines, orphanStrategy });
        const [filled, switched, changed, switchedBack] = sights;
        expect(switched.ids).toEqual(filled.ids);
        expect(switchedBack.ids).toEqual(changed.ids);
        expect(sights.map(withoutIds)).toEqual(control.map(withoutIds));
      });
    },
  );

  it('has orphans to lose', async () => {
    const [filled] = await journey({
      databases,
      engines: ['stock', 'stock'],
      orphanStrategy: 'keep',
    });
    expect(JSON.stringify(filled.answers[1])).toContain('orphan-to-be');
    expect(filled.state.locations).toHaveLength(2);
  });
});
