import type { Portal } from '../products/Portal';
import { interleave } from './interleave';

const portals = [{ name: 'stock' }, { name: 'callboard' }] as Portal[];

describe('interleave', () => {
  it('takes turns and changes who goes first', async () => {
    const order: string[] = [];
    await interleave({
      portals,
      rounds: 3,
      measure: async ({ name }, round) => {
        order.push(`${round} ${name}`);
        return { ms: 1 };
      },
    });
    expect(order).toEqual([
      '0 stock',
      '0 callboard',
      '1 callboard',
      '1 stock',
      '2 stock',
      '2 callboard',
    ]);
  });

  it('gives the median of each value for each portal', async () => {
    const stock = [30, 10, 20];
    const callboard = [3, 1, 200];
    const medians = await interleave({
      portals,
      rounds: 3,
      measure: async ({ name }, round) => ({
        ms: (name === 'stock' ? stock : callboard)[round],
        requests: name === 'stock' ? 7 : 5,
      }),
    });
    expect(medians).toEqual({
      ms: { stock: 20, callboard: 3 },
      requests: { stock: 7, callboard: 5 },
    });
  });
});
