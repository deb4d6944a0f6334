// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { newOrganisation } from '@callboard/github-sandbox/src/core/records/newOrganisation';
import { startReading } from '../github/__testUtils__/startReading';
import { openMirror } from './__testUtils__/openMirror';

it('gives one of two repositories of a name another, where their organisations were read at the same time', async () => {
  const reading = await startReading();
  const { host } = reading;
  const { sandbox } = reading.sandbox;
  const globex = newOrganisation({ sandbox, login: 'globex' });
  reading.add('plain', { 'README.md': '# Plain\n' });
  reading.add('plain', { 'README.md': '# Plain\n' }, {}, globex);
  const mirror = await openMirror({
    reading,
    github: {
      acme: { host, organization: 'acme' },
      globex: { host, organization: 'globex' },
    },
    own: { inferred: true },
  });
  for (const provider of ['acme', 'globex']) {
    // So that not all is given once more.
    await mirror.store.exactProviders.add({
      provider: `github-provider:${provider}`,
      at: '2026-11-26T12:00:00.000Z',
    });
  }
  // Both look who has the name before either has it.
  const { repositories } = mirror.store;
  const { holders } = repositories;
  let looked = 0;
  let go = () => {};
  const both = new Promise<void>(resolve => {
    go = resolve;
  });
  repositories.holders = async options => {
    const found = await holders(options);
    looked += 1;
    if (looked === 2) go();
    await both;
    return found;
  };
  try {
    const tasks = [...mirror.tasks.values()];
    await Promise.all(
      tasks
        .filter(({ id }) => id !== 'github-mirror-queue')
        .map(({ fn }) => fn(new AbortController().signal)),
    );
    await mirror.mirror.settled();
    expect(mirror.catalog.has('github-provider:acme')).toContain(
      'component:default/plain',
    );
    expect(mirror.catalog.has('github-provider:globex')).toEqual([
      'component:default/globex-plain',
    ]);
  } finally {
    await mirror.close();
    await reading.stop();
  }
});
