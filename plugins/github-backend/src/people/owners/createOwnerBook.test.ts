import { openPeople, type OpenPeople } from '../__testUtils__/openPeople';

let open: OpenPeople;
beforeEach(async () => {
  open = await openPeople();
});
afterEach(() => open.stop());

const named = () => ({ host: open.host, organisation: 'ACME' });

it('lacks nobody until an organisation was read, and then whom it does not have', async () => {
  const { people, run } = await open.start({ sources: [open.source()] });
  const { host } = open;
  const first = await people.ownersVersion({ host });
  expect(people.lacks({ ...named(), slug: 'nobody-such' })).toBe(false);
  expect(people.lacks({ ...named(), login: 'nobody-such' })).toBe(false);
  await run();
  const second = await people.ownersVersion({ host });
  expect(second).not.toBe(first);
  expect(
    ['Web', 'nobody-such'].map(slug => people.lacks({ ...named(), slug })),
  ).toEqual([false, true]);
  expect(
    ['Mel', 'nobody-such'].map(login => people.lacks({ ...named(), login })),
  ).toEqual([false, true]);
  expect(people.lacks({ host, organisation: 'other', slug: 'x' })).toBe(false);

  await run();
  expect(await people.ownersVersion({ host })).toBe(second);
  open.addTeam('New');
  await run();
  expect(await people.ownersVersion({ host })).not.toBe(second);
  expect(people.lacks({ ...named(), slug: 'new' })).toBe(false);
});

it('lacks no person while another organisation is still to be read, nor where no source reads any', async () => {
  const waiting = await open.start({
    sources: [open.source({ orgs: ['acme', 'not-there'] })],
  });
  const { host } = open;
  await waiting.run();
  await waiting.people.ownersVersion({ host });
  expect(waiting.people.lacks({ ...named(), slug: 'gone' })).toBe(true);
  expect(waiting.people.lacks({ ...named(), login: 'gone' })).toBe(false);
  const { people } = await open.start({ sources: [] });
  await people.ownersVersion({ host });
  expect(people.lacks({ ...named(), slug: 'gone' })).toBe(false);
});
