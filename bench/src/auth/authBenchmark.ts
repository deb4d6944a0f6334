import fs from 'node:fs/promises';
import path from 'node:path';
import type { Benchmark } from '../benchmarks';
import { createRow } from '../createRow';
import { quantile } from '../measure/quantile';
import type { RunningPortal } from '../servers/startPortal';
import { waitUntilIngested } from '../servers/waitUntilIngested';
import { askTimed } from './askTimed';
import { signIn } from './signIn';
import { signInOnceKnown } from './signInOnceKnown';
import { signInConfig } from './signInConfig';
import { PERSON, startIdentityProvider } from './startIdentityProvider';
import { withSignIn } from './withSignIn';

const SIGN_INS = 200;
const REQUESTS = 1_000;
const WARM_UP = 20;
const COMPONENT = 'checkout-service';

/** What is measured, by the name of its row. */
const MEASURES = {
  callback: 'callback to signed in',
  request: 'authenticated request',
  userinfo: 'who am I',
};
type Times = Record<keyof typeof MEASURES, number[]>;

/** What a sign-in takes from the provider's answer on, and what it costs that a request says whose it is. */
export const authBenchmark: Benchmark = {
  summary: 'from the callback to signed in, and requests with a token',
  title: () => 'Sign-in and sessions',
  async run(context) {
    const { options, say } = context;
    const provider = await startIdentityProvider();
    context.atTheEnd(() => provider.stop());
    const configFile = path.join(
      await context.createDataFolder(),
      'sign-in.json',
    );
    await fs.writeFile(
      configFile,
      JSON.stringify(signInConfig({ providerUrl: provider.url })),
    );

    const running: RunningPortal[] = [];
    const times = new Map<RunningPortal, Times>();
    for (const portal of context.portals) {
      await portal.prepare();
      const started = await context.start(
        withSignIn({ portal, configFile, root: context.root }),
        await context.createDataFolder(),
      );
      const { token } = await signInOnceKnown(started);
      await waitUntilIngested(started, { token });
      running.push(started);
      times.set(started, { callback: [], request: [], userinfo: [] });
    }

    const signIns = options.quick ? 20 : SIGN_INS;
    const requests = options.quick ? 100 : REQUESTS;
    say(`${signIns} sign-ins each, then ${requests} requests of each kind`);
    const tokens = new Map<RunningPortal, string>();
    for (let round = -WARM_UP; round < signIns; round++) {
      for (const portal of inTurn(running, round)) {
        const { callbackMs, token } = await signIn(portal);
        tokens.set(portal, token);
        if (round >= 0) times.get(portal)!.callback.push(callbackMs);
      }
    }
    for (let round = -WARM_UP; round < requests; round++) {
      for (const portal of inTurn(running, round)) {
        const token = tokens.get(portal)!;
        const request = await askTimed({
          portal,
          token,
          path: `/api/catalog/entities/by-name/component/default/${COMPONENT}`,
          expected: COMPONENT,
        });
        const userinfo = await askTimed({
          portal,
          token,
          path: '/api/auth/v1/userinfo',
          expected: PERSON,
        });
        if (round >= 0) {
          times.get(portal)!.request.push(request);
          times.get(portal)!.userinfo.push(userinfo);
        }
      }
    }
    await Promise.all(running.map(portal => portal.stop()));

    const [stock, callboard] = running.map(portal => times.get(portal)!);
    return (Object.keys(MEASURES) as (keyof Times)[]).flatMap(measure =>
      [0.5, 0.99].map(share =>
        createRow({
          name: `${MEASURES[measure]}${share === 0.5 ? '' : ': p99'}`,
          unit: 'ms',
          stock: quantile({ values: stock[measure], share }),
          callboard: quantile({ values: callboard[measure], share }),
        }),
      ),
    );
  },
};

/** What disturbs one disturbs both, and neither always goes second. */
function inTurn(portals: RunningPortal[], round: number): RunningPortal[] {
  return round % 2 === 0 ? portals : [...portals].reverse();
}
