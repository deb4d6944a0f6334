import type { BenchContext } from '../../context';
import type { Row } from '../../Row';
import { roundValue } from '../../roundValue';
import type { CompanySize } from '../CompanySize';
import { openScene } from '../openScene';
import { measureFirstSync } from './measureFirstSync';

/**
 * The first synchronisation of a GitHub for which stock would take the better part of an hour, by Callboard alone: as it is, and in little
 * memory.
 */
export async function measureLarge(options: {
  context: BenchContext;
  size: CompanySize;
}): Promise<Row[]> {
  const { context, size } = options;
  const many = size.repositories.toLocaleString('en');
  context.say(`A GitHub with ${many} repositories: Callboard`);
  const scene = await openScene({ context, size, cycleSeconds: 3_600 });
  try {
    const first = await measureFirstSync({ scene, product: 'callboard' });
    await first.catalog.stop();
    const small = await measureFirstSync({
      ...{ scene, product: 'callboard', isSmall: true },
    });
    const row = (what: string, unit: string, value: number): Row => ({
      name: `${many} repositories: ${what}`,
      unit,
      values: { callboard: roundValue(value) },
    });
    return [
      row('requests', '', first.counts.all),
      row('until all visible', 's', first.visible / 1_000),
      row('memory', 'MB', first.memory),
      row('in little memory, until all visible', 's', small.visible / 1_000),
      row('in little memory, memory', 'MB', small.memory),
    ];
  } finally {
    await scene.close();
  }
}
