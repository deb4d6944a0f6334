import { waitsForReview, type Pull } from '@callboard/plugin-github-common';
import {
  type ActivityScene,
  componentOf,
  startActivityScene,
} from '../__testUtils__/startActivityScene';

jest.setTimeout(60_000);

let scene: ActivityScene;
beforeAll(async () => {
  scene = await startActivityScene({
    entities: url => [componentOf({ url, name: 'shop' })],
  });
  const { change, write } = scene;
  const sha = await write('src/a.ts', 'export {};\n');
  const open = async (
    head: string,
    more: { base?: string; draft?: boolean },
  ) => {
    await change('POST /repos/acme/shop/git/refs', {
      ref: `refs/heads/${head}`,
      sha,
    });
    await write(`src/${head}.ts`, 'export {};\n', 'shop', head);
    const { number } = (await change('POST /repos/acme/shop/pulls', {
      ...{ title: head, head, base: 'main', ...more },
    })) as { number: number };
    return number;
  };
  const ask = (number: number) =>
    change(`POST /repos/acme/shop/pulls/${number}/requested_reviewers`, {
      reviewers: ['mel'],
    });
  await open('nobody-is-asked', {});
  await ask(await open('asked', {}));
  await ask(await open('draft-and-asked', { draft: true }));
  await change('POST /repos/acme/shop/git/refs', {
    ref: 'refs/heads/guarded',
    sha,
  });
  await change('PUT /repos/acme/shop/branches/guarded/protection', {
    required_pull_request_reviews: { required_approving_review_count: 1 },
    ...{ required_status_checks: null, enforce_admins: null },
    restrictions: null,
  });
  await open('demanded', { base: 'guarded' });
  await open('draft-and-demanded', { base: 'guarded', draft: true });
});
afterAll(() => scene?.stop());

it('counts the same pull requests on the page of a component, of its team and of a person', async () => {
  const { value } = await scene.get('pulls');
  const waiting = (value.pulls as Pull[]).filter(waitsForReview);
  expect(waiting.map(({ title }) => title).sort()).toEqual([
    'asked',
    'demanded',
  ]);
  const { body: summary } = await scene.call('GET /groups/default/web/summary');
  expect(summary.totals).toMatchObject({ open: 5, waiting: 2 });
  const { body: mine } = await scene.call('GET /mine');
  expect(mine.waiting.map(({ title }: Pull) => title)).toEqual(['asked']);
});
