import { allDatabases } from '../harness/databases';
import { runMutations } from './runMutations';

jest.setTimeout(180_000);

it.each(allDatabases)(
  'ends 15 random sequences of mutations as stock does on %s',
  async database => {
    const { sequences } = await runMutations({
      database,
      sequences: 15,
      seed: 55,
    });
    expect(sequences).toBe(15);
  },
);
