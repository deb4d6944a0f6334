import path from 'node:path';
import { type Page, test } from '@playwright/test';
import { type Portal, startPortal } from './startPortal';
import { untilIngested } from './untilIngested';

/** A person of the example company, who is an operator of the portal of `operatorPortal`. */
export const OPERATOR = 'lena-fischer';

/** The portal of a file's tests, with an operator and a catalog that is filled. It stops when they are done. */
export function operatorPortal(options: {
  /** The folder of its pictures, below `test-results`. */
  pictures: string;
}): {
  /** To be called in tests, since it starts before them. */
  portal(): Portal;
  /** Keeps what the whole page looks like. */
  picture(page: Page, name: string): Promise<Buffer>;
  /** The file of a picture. */
  pictureFile(name: string): string;
} {
  const folder = path.join(
    ...[__dirname, '..', '..', 'test-results', options.pictures],
  );
  const pictureFile = (name: string) => path.join(folder, `${name}.png`);
  let started: Portal | undefined;

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    started = await startPortal({
      env: { CALLBOARD_ADMINS: `user:default/${OPERATOR}` },
    });
    await untilIngested(started.url);
  });
  test.afterAll(() => started?.stop());

  return {
    pictureFile,
    picture: (page, name) =>
      page.screenshot({ path: pictureFile(name), fullPage: true }),
    portal() {
      if (!started) throw new Error('The portal is not started yet');
      return started;
    },
  };
}
