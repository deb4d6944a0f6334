import { allDatabases } from '../harness/databases';
import { runMutations } from './runMutations';

jest.setTimeout(1_800_000);

it.each(allDatabases)(
  'ends 500 random sequences of mutations as stock does on %s',
  async database => {
    const { sequences } = await runMutations({
      database,
      sequences: 500,
      seed: 1055,
    });
    expect(sequences).toBe(500);
  },
);
