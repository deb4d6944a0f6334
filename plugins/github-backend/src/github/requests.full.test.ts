import { readMany } from './__testUtils__/readMany';

it('reads 1,000 repositories with their descriptors in 10 requests', async () => {
  const { texts, asked } = await readMany(1_000);
  expect(texts.size).toBe(1_000);
  expect(texts.get('r996')).toBe('kind: API # 996\n');
  expect(asked).toEqual(Array.from({ length: 10 }, () => 'POST graphql 200'));
}, 60_000);
