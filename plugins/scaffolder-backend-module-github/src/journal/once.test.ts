import { AskFirstError } from './AskFirstError';
import { once, type Attempt } from './once';

/** A run whose checkpoints survive; each `begin` is a process. */
function createRun() {
  const kept = new Map<string, unknown>();
  return {
    kept,
    begin: () => {
      const before = new Map(kept);
      return {
        async checkpoint({ key, fn }: any) {
          if (before.has(key)) return before.get(key) as any;
          const value = await fn();
          kept.set(key, value ?? {});
          return value;
        },
      };
    },
  };
}

const refusal = (status: number) => Object.assign(new Error('No'), { status });

async function tryIt(
  run: ReturnType<typeof createRun>,
  thrown?: Error,
): Promise<{ seen?: Attempt; value?: string; error?: unknown }> {
  let seen: Attempt | undefined;
  try {
    const value = await once({
      ctx: run.begin(),
      key: 'thing',
      async run(attempt) {
        seen = attempt;
        if (thrown) throw thrown;
        return 'made';
      },
    });
    return { seen, value };
  } catch (error) {
    return { seen, error };
  }
}

it('does a thing once', async () => {
  const run = createRun();
  expect(await tryIt(run)).toMatchObject({ value: 'made', seen: {} });
  expect(await tryIt(run)).toEqual({ value: 'made', seen: undefined });
});

it.each([
  ['was refused', refusal(422), 0],
  ['was refused for want of a permission', refusal(403), 0],
  ['met a failure of the server', refusal(502), 1],
  ['was not answered in time', refusal(408), 1],
  ['met a failure of the network', new Error('ECONNRESET'), 1],
])('knows of a try that %s', async (_, error, unknown) => {
  const run = createRun();
  await tryIt(run, error);
  const { seen, value } = await tryIt(run);
  expect(value).toBe('made');
  expect(seen?.unknown).toHaveLength(unknown);
});

it('takes a try of which nothing was kept for one that may have been done, until a person was asked', async () => {
  const run = createRun();
  await tryIt(run, new Error('killed'));
  const first = await tryIt(run, new AskFirstError('Look there first'));
  expect(first.seen?.unknown).toHaveLength(1);
  const second = await tryIt(run);
  expect(second.seen?.unknown).toEqual([]);
  expect(second.seen?.firstAt).toBe(first.seen?.firstAt);
});

it('keeps the end of a try when the process ends before the whole was kept', async () => {
  const run = createRun();
  await tryIt(run);
  run.kept.delete('thing');
  expect(await tryIt(run)).toEqual({ value: 'made', seen: undefined });
});
