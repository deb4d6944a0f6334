import {
  startReading,
  type Reading,
} from '../../github/__testUtils__/startReading';
import { changesOf } from './changeRepository';
import { openMirror } from './openMirror';

/** Of the repositories that are many: `r00` to `r23`. */
export const manyNames = Array.from(
  { length: 24 },
  (_each, index) => `r${String(index).padStart(2, '0')}`,
);

/** All repositories of acme that belong in the catalog. */
export const everything = manyNames.length + 2;

/** A mirror of an organisation that is large enough for the guard; it has not run yet. */
export async function openMany(
  options: Omit<Parameters<typeof openMirror>[0], 'reading' | 'github'> & {
    github?: (
      reading: Reading,
    ) => Parameters<typeof openMirror>[0]['github'] & object;
  } = {},
) {
  const reading = await startReading({ hasToken: false });
  const { host } = reading;
  for (const name of manyNames) {
    reading.add(
      name,
      { 'catalog-info.yaml': `kind: Component # ${name}\n` },
      { visibility: 'private' },
    );
  }
  const mirror = await openMirror({
    ...options,
    reading,
    github: options.github?.(reading),
  });
  const { repositories } = reading.sandbox.sandbox.state;
  return {
    ...mirror,
    reading,
    change: changesOf(reading),
    /** Deletes repositories at GitHub without anybody being told; how to bring them back. */
    lose(gone: string[]) {
      const lost = repositories.all().filter(({ name }) => gone.includes(name));
      lost.forEach(each => repositories.remove(each));
      return () => lost.forEach(each => repositories.insert(each));
    },
    /** Reads all. */
    async reconcile() {
      await mirror.mirror.reconcile({
        host,
        organisation: 'acme',
        reason: 'test',
      });
      await mirror.mirror.settled();
    },
    async held() {
      return (await mirror.status()).held;
    },
    accept: async (planId: string) =>
      mirror.mirror.accept({ planId, by: 'user:default/olivia' }),
    async close() {
      await mirror.close();
      await reading.stop();
    },
  };
}
