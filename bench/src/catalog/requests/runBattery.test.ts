import { runBattery } from './runBattery';
import type { Target } from './Target';

function recorder(name: string, asked: string[], times: number[]): Target {
  let turn = 0;
  return {
    close() {},
    async ask({ path }) {
      asked.push(`${name} ${path}`);
      const ms = times[turn++ % times.length];
      return { status: 200, body: Buffer.from('[]'), ms };
    },
  };
}

const scenario = (path: string) => ({
  name: path,
  path,
  compare: 'answer' as const,
});

describe('runBattery', () => {
  it('asks in turn, changes the order with each round, and warms up first', async () => {
    const asked: string[] = [];
    await runBattery({
      targets: { a: recorder('a', asked, [1]), b: recorder('b', asked, [1]) },
      scenarios: [scenario('/x')],
      rounds: 2,
      warmUp: 1,
    });
    expect(asked).toEqual(['b /x', 'a /x', 'a /x', 'b /x', 'b /x', 'a /x']);
  });

  it('gives the median of each server without the warm-up', async () => {
    const [result] = await runBattery({
      targets: { a: recorder('a', [], [99, 1, 2, 9]) },
      scenarios: [scenario('/x')],
      rounds: 3,
      warmUp: 1,
    });
    expect(result.p50).toEqual({ a: 2 });
    expect(result.answers.a.ms).toBe(9);
  });
});
