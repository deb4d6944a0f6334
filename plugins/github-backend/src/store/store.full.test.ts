import {
  DATABASES,
  type Databases,
} from '../people/__testUtils__/startDatabases';
import { describeStore } from './__testUtils__/describeStore';

describe.each(DATABASES.filter(([name]) => name === 'PostgreSQL'))(
  'on %s',
  (_name, startDatabases) => {
    let databases: Databases;
    beforeAll(async () => {
      databases = await startDatabases();
    }, 60_000);
    afterAll(() => databases.stop());

    describeStore(() => databases.create());
  },
);
