import { TestDatabases } from '@backstage/backend-test-utils';
import { storeBehaviour } from './__testUtils__/storeBehaviour';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('createSyncStore on SQLite', () => {
  it.each(storeBehaviour)('%s', (_, run) =>
    expect(run(() => databases.init('SQLITE_3'))).resolves.toBeUndefined(),
  );
});
