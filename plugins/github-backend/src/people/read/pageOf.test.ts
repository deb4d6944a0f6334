import { pageOf } from './pageOf';

const path = ['organization', 'teams'];
const pageInfo = { hasNextPage: true, endCursor: 'next' };

it('reads a whole page', () => {
  expect(
    pageOf({
      connection: { pageInfo, nodes: ['a', 'b'] },
      errors: [],
      path,
    }),
  ).toEqual({ nodes: ['a', 'b'], doubtful: [], next: 'next', isWhole: true });
});

it('keeps what came where nodes are missing', () => {
  const page = pageOf({
    connection: { pageInfo, nodes: ['a', null] },
    errors: [{ message: 'Too much', path: [...path, 'nodes', 1] }],
    path,
  });
  expect(page).toEqual({
    ...{ nodes: ['a'], doubtful: [], next: 'next', isWhole: false },
  });
});

it('names the nodes of which fields are missing', () => {
  const page = pageOf({
    connection: { pageInfo, nodes: ['a', 'b'] },
    errors: [
      { message: 'No', path: [...path, 'nodes', 1, 'email'] },
      { message: 'No', path: ['organization', 'membersWithRole', 'nodes', 0] },
      { message: 'No' },
    ],
    path,
  });
  expect(page).toMatchObject({ doubtful: ['b'], isWhole: true });
});

it.each([[null], [undefined], [{ nodes: null, pageInfo }], [{ nodes: [] }]])(
  'takes %j for no page',
  connection => {
    expect(pageOf({ connection, errors: [], path })).toEqual({
      ...{ nodes: [], doubtful: [], isWhole: false },
    });
  },
);
