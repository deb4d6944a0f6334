import type { ImportItem } from '@callboard/plugin-github-common';
import { leaveOutTaken } from './leaveOutTaken';

const item = (name: string, ref = `component:default/${name}`): ImportItem => ({
  ...{ repository: `acme/${name}`, url: '', state: 'inferable' },
  ...{ entity: { ref, yaml: '' }, missing: ['a'], problems: [] },
});

it('leaves out what would have the name of something else', () => {
  const described: ImportItem = {
    ...{ repository: 'acme/x', url: '', state: 'described' },
    ...{ missing: [], problems: [] },
  };
  expect(
    leaveOutTaken({
      items: [
        item('a'),
        described,
        item('b'),
        item('c', 'component:default/a'),
      ],
      taken: new Map([['component:default/b', 'url:https://github.com/o/b']]),
    }),
  ).toEqual([
    item('a'),
    described,
    expect.objectContaining({
      state: 'left-out',
      problems: [
        'component:default/b is taken (url:https://github.com/o/b): add a descriptor with another name',
      ],
    }),
    {
      ...{ repository: 'acme/c', url: '', state: 'left-out', missing: [] },
      problems: [expect.stringContaining('is taken (acme/a)')],
    },
  ]);
});
