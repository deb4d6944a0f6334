import type { BenchContext } from '../../context';
import type { Row } from '../../Row';
import { roundValue } from '../../roundValue';
import type { CompanySize } from '../CompanySize';
import { openScene } from '../openScene';
import { countRequests } from '../requests/countRequests';
import { sinceFirst } from '../requests/sinceFirst';
import { untilSilent } from './untilSilent';

/** The first synchronisation of a GitHub for which stock would take the better part of an hour, by Callboard alone. */
export async function measureLarge(options: {
  context: BenchContext;
  size: CompanySize;
}): Promise<Row[]> {
  const { context, size } = options;
  const many = size.repositories.toLocaleString('en');
  context.say(`A GitHub with ${many} repositories: Callboard`);
  const scene = await openScene({ context, size, cycleSeconds: 3_600 });
  try {
    const { sandbox } = scene;
    await sandbox.complete();
    const [before] = (await sandbox.requestsSince(0)).slice(-1);
    const catalog = await scene.startCatalog({ product: 'callboard' });
    const visible = await catalog.untilVisible({ size, giveUpMs: 300_000 });
    const memory = await catalog.memory();
    const requests = await untilSilent({ sandbox, since: before.id });
    const row = (what: string, unit: string, value: number): Row => ({
      name: `${many} repositories: ${what}`,
      unit,
      values: { callboard: roundValue(value) },
    });
    return [
      row('requests', '', countRequests(requests).all),
      row(
        'until all visible',
        's',
        sinceFirst({ requests, at: visible.at }) / 1_000,
      ),
      row('memory', 'MB', memory),
    ];
  } finally {
    await scene.close();
  }
}
