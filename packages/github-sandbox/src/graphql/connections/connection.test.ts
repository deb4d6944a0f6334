import { connection } from './connection';

const rows = ['a', 'b', 'c', 'd', 'e'];
const page = (args: Parameters<typeof connection>[0]['args'], from = rows) => {
  const made = connection({
    rows: from,
    args,
    key: row => row,
    node: row => row,
  });
  return { ...made, nodes: made.nodes() as string[] };
};

it('goes forwards to the end', () => {
  const first = page({ first: 2 });
  const second = page({ first: 2, after: first.pageInfo.endCursor });
  const third = page({ first: 2, after: second.pageInfo.endCursor });
  expect([first.nodes, second.nodes, third.nodes]).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e'],
  ]);
  expect(first.pageInfo).toMatchObject({
    hasNextPage: true,
    hasPreviousPage: false,
  });
  expect(third.pageInfo).toMatchObject({
    hasNextPage: false,
    hasPreviousPage: true,
  });
  expect(first.totalCount).toBe(5);
});

it('goes backwards to the start', () => {
  const last = page({ last: 2 });
  const before = page({ last: 2, before: last.pageInfo.startCursor });
  const first = page({ last: 2, before: before.pageInfo.startCursor });
  expect([last.nodes, before.nodes, first.nodes]).toEqual([
    ['d', 'e'],
    ['b', 'c'],
    ['a'],
  ]);
  expect(first.pageInfo).toMatchObject({
    hasNextPage: true,
    hasPreviousPage: false,
  });
});

it('takes the last of the first', () => {
  expect(page({ first: 4, last: 2 }).nodes).toEqual(['c', 'd']);
});

it('stays where it was when rows come and go', () => {
  const after = page({ first: 2 }).pageInfo.endCursor;
  expect(page({ first: 1, after }, ['0', ...rows]).nodes).toEqual(['c']);
  expect(page({ first: 1, after }, ['a', 'c', 'd']).nodes).toEqual(['c']);
});

it('has cursors on edges, and none on an empty page', () => {
  const made = connection({
    rows,
    args: { first: 1 },
    key: row => row,
    node: row => row,
    edge: row => ({ weight: row.length }),
  });
  const [edge] = made.edges();
  expect(edge).toMatchObject({
    cursor: made.pageInfo.endCursor,
    weight: 1,
  });
  expect(page({ first: 0 }).pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: null,
    endCursor: null,
  });
});

it.each(['nonsense', Buffer.from('cursor:v2:[').toString('base64')])(
  'refuses the cursor %s',
  after => {
    expect(() => page({ first: 1, after })).toThrow(
      `\`${after}\` does not appear to be a valid cursor.`,
    );
  },
);
