import { DEFAULT_INFERENCE } from '../config/readInference';
import { takenNames } from './takenNames';

type Holder = { host: string; id: string; databaseId: number };

/** Ids of repositories of acme that need another name, where others have `component:default/shop`. */
async function taken(options: {
  holders: Holder[];
  hasDescriptor?: boolean;
  isOn?: boolean;
}) {
  const { holders, hasDescriptor = false, isOn = true } = options;
  const state = hasDescriptor
    ? { state: 'present' as const, oid: 'b10b', text: 'kind: Component' }
    : { state: 'absent' as const };
  const ids = await takenNames({
    context: {
      settings: { inference: isOn ? DEFAULT_INFERENCE : undefined },
      store: {
        repositories: {
          holders: async ({ entityRefs }) =>
            holders.map(holder => ({ ...holder, entityRef: entityRefs[0] })),
        },
      },
    },
    host: 'github.com',
    reads: [
      {
        id: 'shop',
        databaseId: 5,
        owner: 'acme',
        name: 'Shop',
        files: { 'HEAD:catalog-info.yaml': state },
      },
    ],
  });
  return [...ids];
}

const own = { host: 'github.com', id: 'shop', databaseId: 5 };
const older = { host: 'github.com', id: 'other', databaseId: 1 };
const younger = { ...older, databaseId: 9 };

describe('takenNames', () => {
  it.each([
    ['nobody has it', [], []],
    ['it has it itself', [own], []],
    ['another has it', [younger], ['shop']],
    ['one of another host has it', [{ ...own, host: 'ghe' }], ['shop']],
    ['both have it and the other is older', [own, older], ['shop']],
    ['both have it and the other is younger', [own, younger], []],
  ])('knows where %s', async (_, holders, expected) => {
    expect(await taken({ holders })).toEqual(expected);
  });

  it('asks about those alone that may be inferred', async () => {
    const holders = [older];
    expect(await taken({ holders, hasDescriptor: true })).toEqual([]);
    expect(await taken({ holders, isOn: false })).toEqual([]);
  });
});
