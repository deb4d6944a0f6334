import type { GithubRepositories } from '../GithubRepositories';
import type { Reading } from './startReading';

/** All pages of `acme`, in the order of names. */
export async function readAll(options: {
  reading: Reading;
  /** @defaultValue one that has learned nothing yet */
  repositories?: GithubRepositories;
  size?: number;
}) {
  const { reading, size } = options;
  const { repositories = reading.create() } = options;
  const pages = [];
  let after: string | undefined;
  do {
    const page = await repositories.page({
      host: reading.host,
      owner: 'acme',
      order: 'name',
      wanted: { files: ['HEAD:catalog-info.yaml'], hints: false },
      after,
      size,
    });
    pages.push(page);
    after = page.next;
  } while (after);
  return {
    names: pages.flatMap(page => page.repositories.map(({ name }) => name)),
    complete: pages.every(({ complete }) => complete),
    problems: pages.flatMap(({ problems }) => problems),
    sizes: pages.map(page => page.repositories.length),
  };
}
