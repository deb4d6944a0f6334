import {
  ANNOTATION_LAG,
  ANNOTATION_SEEN_AT,
  ANNOTATION_SOURCE_COMMIT,
  ANNOTATION_SOURCE_FILE,
} from '@callboard/plugin-github-common';
import {
  startReading,
  type Reading,
} from '../github/__testUtils__/startReading';
import { changesOf } from './__testUtils__/changeRepository';
import { openMirror, type OpenMirror } from './__testUtils__/openMirror';

const TILL = 'component:default/till';
let reading: Reading;
let mirror: OpenMirror;
let change: ReturnType<typeof changesOf>;

beforeEach(async () => {
  reading = await startReading();
  change = changesOf(reading);
  reading.add('till', { 'README.md': '# Till\n' });
  mirror = await openMirror({ reading, own: { inferred: true } });
  await mirror.run();
});
afterEach(async () => {
  await mirror.close();
  await reading.stop();
});

function stamp() {
  const { annotations = {} } = mirror.catalog.entity(TILL)!.metadata;
  return {
    commit: annotations[ANNOTATION_SOURCE_COMMIT],
    file: annotations[ANNOTATION_SOURCE_FILE],
    seenAt: annotations[ANNOTATION_SEEN_AT],
    lag: annotations[ANNOTATION_LAG],
  };
}

it('says where and when an inferred entity was seen, until there is another', async () => {
  const first = stamp();
  expect(first).toEqual({
    commit: expect.stringMatching(/^[0-9a-f]{40}$/),
    seenAt: expect.stringMatching(/^\d{4}-.*Z$/),
    file: undefined,
    lag: undefined,
  });

  mirror.catalog.told();
  await change.push('till', '# Till, the second\n', 'README.md');
  await mirror.run();
  expect(mirror.catalog.told().mutations).toEqual([]);

  const commit = await change.push('till', '* @mel\n', 'CODEOWNERS');
  reading.sandbox.sandbox.clock.advance({ ms: 4_000 });
  await mirror.run();
  expect(mirror.catalog.owner(TILL)).toBe('user:default/mel');
  const second = stamp();
  expect(second).toMatchObject({
    commit,
    lag: expect.stringMatching(/^\d{4}$/),
  });
  expect(second.seenAt).not.toBe(first.seenAt);
});

it('stays as it is where the catalog is given everything once more', async () => {
  const first = stamp();
  await change.push('till', '# Till, the second\n', 'README.md');
  await mirror.run();
  mirror.catalog.lose();
  const again = await openMirror({
    ...{ reading, knex: mirror.knex, catalog: mirror.catalog },
    own: { inferred: true },
  });
  await again.run();
  expect(stamp()).toEqual(first);
});
