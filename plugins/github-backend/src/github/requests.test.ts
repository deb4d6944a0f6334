import { readMany } from './__testUtils__/readMany';

jest.setTimeout(60_000);

it('asks once for each 100 repositories with their descriptors, for a point each', async () => {
  const { texts, asked, costs } = await readMany(203);
  expect(texts.size).toBe(203);
  expect(texts.get('r199')).toBe('kind: API # 199\n');
  expect(asked).toEqual(Array.from({ length: 3 }, () => 'POST graphql 200'));
  expect(costs).toEqual([1, 1, 1]);
});
