import { adoptIds } from '../harness/adoptIds';
import type { Databases } from '../harness/databases';
import { startPair, type Pair } from '../harness/startPair';
import type { Policy } from '../harness/testPermissions';
import { corpusEntities, corpusFiles, corpusLocations } from './corpusCatalog';

/** Two catalogs filled with the corpus, with the same identifiers. */
export async function startCorpusPair(options: {
  databases: Databases;
  policy?: Policy;
}): Promise<Pair> {
  const pair = await startPair({ ...options, providers: ['corpus'] });
  for (const [url, content] of Object.entries(corpusFiles)) {
    pair.world.files.set(url, content);
  }
  await pair.both(async side => {
    await side.provider('corpus').full(corpusEntities);
    for (const target of corpusLocations) {
      await side.ask({
        method: 'POST',
        path: '/locations',
        body: { type: 'url', target },
      });
    }
  });
  await adoptIds({ from: pair.other, to: pair.stock });
  return pair;
}
