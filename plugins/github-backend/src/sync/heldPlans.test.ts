import { everything, manyNames, openMany } from './__testUtils__/openMany';

let mirror: Awaited<ReturnType<typeof openMany>>;

beforeEach(async () => {
  mirror = await openMany();
  await mirror.run();
});
afterEach(() => mirror.close());

it('lets nobody accept what another run than the one they saw would remove', async () => {
  mirror.lose(manyNames.slice(0, 12));
  await mirror.run();
  const seen = await mirror.held();
  mirror.lose(manyNames.slice(12, 22));
  await mirror.reconcile();
  expect(await mirror.held()).toMatchObject({ remove: 22 });
  await expect(mirror.accept(seen!.id)).rejects.toThrow(
    'There are no held removals',
  );
  expect(mirror.catalog.has()).toHaveLength(everything);
});

it('keeps what has come back since a plan was made, though nothing of it has changed', async () => {
  const restore = mirror.lose(manyNames.slice(0, 12));
  await mirror.run();
  const { id } = (await mirror.held())!;
  restore();
  for (const name of manyNames.slice(0, 5)) await mirror.hint(name);
  mirror.lose([manyNames[11]]);
  await mirror.accept(id);
  expect(mirror.catalog.has()).toHaveLength(everything - 1);
});

it('keeps what GitHub has again, though nothing was read since', async () => {
  const restore = mirror.lose(manyNames.slice(0, 12));
  await mirror.run();
  const { id } = (await mirror.held())!;
  restore();
  await mirror.accept(id);
  expect(mirror.catalog.has()).toHaveLength(everything);
  expect(await mirror.held()).toBeUndefined();
});

it('removes what has come back and gone again', async () => {
  const gone = manyNames.slice(0, 12);
  const restore = mirror.lose(gone);
  await mirror.run();
  const first = await mirror.held();
  restore();
  for (const name of gone) await mirror.hint(name);
  mirror.lose(gone);
  await mirror.reconcile();
  expect(await mirror.held()).toMatchObject({ id: first!.id, remove: 12 });
  await mirror.accept(first!.id);
  expect(mirror.catalog.has()).toHaveLength(everything - 12);
});

it.each([{ saysGone: false }, { saysGone: true }])(
  'does not read all again because of hints at what is held: %j',
  async more => {
    mirror.lose(manyNames.slice(0, 12));
    await mirror.run();
    const { lastFullAt } = await mirror.status();
    mirror.reading.asked();
    for (let count = 0; count < 5; count++) await mirror.hint('r00', more);
    expect(mirror.reading.asked()).toHaveLength(5);
    expect(await mirror.status()).toMatchObject({
      lastFullAt,
      held: { remove: 12 },
      queued: 0,
    });
    expect(mirror.catalog.has()).toHaveLength(everything);
  },
);
