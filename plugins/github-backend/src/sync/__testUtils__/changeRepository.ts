import type { Reading } from '../../github/__testUtils__/startReading';

/** Changes repositories of acme as olivia, through REST; the clock goes on by a second each time. */
export function changesOf(reading: Reading) {
  const { sandbox } = reading;

  async function call(route: string, body?: unknown) {
    sandbox.sandbox.clock.advance({ ms: 1_000 });
    const [method, path] = route.split(' ');
    const answer = await sandbox.call(`${method} /api/v3/${path}`, {
      as: 'olivia',
      body,
    });
    if (answer.status >= 400) {
      throw new Error(`${route} was answered ${answer.status} ${answer.text}`);
    }
    return answer.body;
  }

  return {
    call,
    /** Commits a file; the commit. */
    async push(
      name: string,
      text: string,
      path = 'catalog-info.yaml',
    ): Promise<string> {
      const file = `repos/acme/${name}/contents/${path}`;
      const known = await sandbox.call(`GET /api/v3/${file}`, { as: 'olivia' });
      const answer = await call(`PUT ${file}`, {
        message: `Change ${path}`,
        content: Buffer.from(text).toString('base64'),
        ...(known.status === 200 && { sha: known.body.sha }),
      });
      return answer.commit.sha;
    },
    async drop(name: string, path = 'catalog-info.yaml') {
      const file = `repos/acme/${name}/contents/${path}`;
      const known = await sandbox.call(`GET /api/v3/${file}`, { as: 'olivia' });
      await call(`DELETE ${file}`, {
        message: `Delete ${path}`,
        sha: known.body.sha,
      });
    },
    async edit(name: string, values: object) {
      await call(`PATCH repos/acme/${name}`, values);
    },
    async remove(name: string) {
      await call(`DELETE repos/acme/${name}`);
    },
  };
}
