import { TestDatabases } from '@backstage/backend-test-utils';
import { storeBehaviour } from './__testUtils__/storeBehaviour';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('KeyStore on SQLite', () => {
  storeBehaviour(() => databases.init('SQLITE_3'));
});
