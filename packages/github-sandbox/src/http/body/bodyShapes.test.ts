import fs from 'node:fs/promises';
import path from 'node:path';
import { features } from '../../features';
import { readOpenApi } from '../../testing/published/readOpenApi';
import shapes from './bodyShapes.json';

const RENEWED = path.resolve(
  __dirname,
  '../../../../../.cache/bodyShapes.json',
);

/** What differs is mended by copying `.cache/bodyShapes.json`, which this test writes, over the file beside it. */
it("has the types of GitHub's description for every body that the sandbox takes", async () => {
  const openApi = await readOpenApi();
  const routes = features
    .flatMap(({ routes: own = [] }) => own.map(({ route }) => route))
    .sort();
  const described = Object.fromEntries(
    routes.flatMap(route => {
      const shape = openApi.bodyOf(route);
      return shape === undefined ? [] : [[route, shape]];
    }),
  );
  await fs.writeFile(RENEWED, `${JSON.stringify(described, null, 2)}\n`);
  expect(shapes).toEqual(described);
});
