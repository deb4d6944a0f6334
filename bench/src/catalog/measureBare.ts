import { measureThroughput } from './load/measureThroughput';
import { startBareServer } from './load/startBareServer';
import { type BatteryResult, runBattery } from './requests/runBattery';
import { createTarget } from './requests/Target';
import type { ServerBundles } from './server/bundleServers';

/** How close one can come: a server that does nothing but return the bytes of Callboard's answers. */
export async function measureBare(options: {
  bundles: ServerBundles;
  results: BatteryResult<'stock' | 'callboard'>[];
  rounds: number;
  seconds: number;
}): Promise<{
  /** Medians in ms, in the order of the results. */
  p50: number[];
  perSecond: number;
}> {
  const { bundles, results, rounds, seconds } = options;
  const bare = await startBareServer({
    bundle: bundles.bareServer,
    answers: Object.fromEntries(
      results.map(({ scenario, answers }) => [
        scenario.path,
        answers.callboard.body.toString(),
      ]),
    ),
  });
  const server = { url: bare.url, token: '' };
  const target = createTarget(server);
  try {
    const battery = await runBattery({
      targets: { bare: target },
      scenarios: results.map(({ scenario }) => scenario),
      rounds,
    });
    const perSecond = await measureThroughput({
      loadClient: bundles.loadClient,
      server,
      seconds,
    });
    return { p50: battery.map(({ p50 }) => p50.bare), perSecond };
  } finally {
    target.close();
    await bare.stop();
  }
}
