import { allDatabases } from '../harness/databases';
import { runMutations } from './runMutations';

jest.setTimeout(1_800_000);

it.each(
  allDatabases.map(database => ({
    database,
    // A sequence takes twice as long there.
    count: database === 'PostgreSQL' ? 200 : 500,
  })),
)(
  'ends $count random sequences of mutations as stock does on $database',
  async ({ database, count }) => {
    const { sequences } = await runMutations({
      database,
      sequences: count,
      seed: 1055,
    });
    expect(sequences).toBe(count);
  },
);
