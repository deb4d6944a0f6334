import {
  startReading,
  type Reading,
} from '../github/__testUtils__/startReading';
import { openMirror, type OpenMirror } from './__testUtils__/openMirror';

let reading: Reading;
let mirror: OpenMirror;
/** What GitHub has is known, and changes. */
let version = '';
let gone: string[] = [];

beforeEach(async () => {
  version = '';
  gone = [];
  reading = await startReading();
  reading.add('till', { CODEOWNERS: '* @acme/tills\n' });
  reading.add('vat', { CODEOWNERS: '* @acme/taxes\n' });
  mirror = await openMirror({
    reading,
    own: { inferred: true },
    owners: {
      ownersVersion: async () => version,
      lacks: named => 'slug' in named && gone.includes(named.slug),
    },
  });
  await mirror.run();
  mirror.catalog.told();
});
afterEach(async () => {
  await mirror.close();
  await reading.stop();
});

const owners = () =>
  mirror.catalog
    .told()
    .mutations.flatMap(each => (each.type === 'delta' ? each.added : []))
    .map(({ entity }: any) => `${entity.metadata.name} ${entity.spec.owner}`);

it('gives other owners as soon as a team has gone, without asking GitHub', async () => {
  gone = ['tills'];
  version = 'without tills';
  reading.asked();
  mirror.mirror.ownersMayDiffer(reading.host);
  await mirror.mirror.settled();
  expect(reading.asked()).toEqual([]);
  expect(owners()).toEqual(['till group:default/acme']);

  mirror.mirror.ownersMayDiffer(reading.host);
  await mirror.run();
  expect(owners()).toEqual([]);

  gone = [];
  version = '';
  await mirror.run();
  expect(owners()).toEqual(['till group:default/tills']);
});
