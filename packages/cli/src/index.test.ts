import fs from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { freePort } from './testing/freePort';
import { runCallboard, temporaryFolder } from './testing/runCallboard';

jest.setTimeout(60_000);

it('goes on to its end when nobody reads what it writes', async () => {
  const data = await temporaryFolder();
  const config = path.join(data, 'config.yaml');
  fs.writeFileSync(
    config,
    stringify({ auth: { providers: { guest: {} } }, integrations: {} }),
  );
  const args = [
    ...['doctor', '--json', '--presets', 'recommended'],
    ...['--data', data, '--config', config, '--port', `${await freePort()}`],
  ];
  const read = runCallboard(args);
  const status = await read.ended;
  expect(JSON.parse(read.stdout())).not.toHaveLength(0);

  const unread = runCallboard(args);
  unread.closeStdout();
  expect(await unread.ended).toBe(status);
  expect(unread.stderr()).not.toContain('EPIPE');
});
