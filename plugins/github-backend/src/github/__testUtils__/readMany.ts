import { startReading } from './startReading';

/** Reads `count` repositories, `shop`, `vault` and `empty` among them, and tells what that took. */
export async function readMany(count: number) {
  const reading = await startReading();
  try {
    for (let index = 0; index < count - 3; index += 1) {
      reading.add(`r${index}`, {
        'catalog-info.yaml': `kind: API # ${index}\n`,
      });
    }
    const texts = new Map<string, string | undefined>();
    let after: string | undefined;
    do {
      const page = await reading.repositories.page({
        host: reading.host,
        owner: 'acme',
        order: 'name',
        wanted: { files: ['HEAD:catalog-info.yaml'], hints: false },
        after,
      });
      for (const { name, files } of page.repositories) {
        const file = files['HEAD:catalog-info.yaml'];
        texts.set(name, file.state === 'present' ? file.text : undefined);
      }
      after = page.next;
    } while (after);
    return {
      texts,
      asked: reading.asked(),
      /** In points, of each question. */
      costs: reading
        .traced()
        .filter(({ path }) => path.endsWith('/graphql'))
        .map(({ cost }) => cost),
    };
  } finally {
    await reading.stop();
  }
}
