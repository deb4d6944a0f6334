import { setTimeout as wait } from 'node:timers/promises';
import type { Benchmark } from '../benchmarks';
import type { BenchContext } from '../context';
import { createRow } from '../createRow';
import { interleave, type Pair } from '../measure/interleave';
import { median } from '../measure/median';
import { processTreeMemory } from '../measure/processTreeMemory';
import type { Portal } from '../products/Portal';
import type { Row } from '../Row';
import type { RunningPortal } from '../servers/startPortal';
import { waitUntilIngested } from '../servers/waitUntilIngested';
import { installSize } from './installSize';

const IDLE_SECONDS = 30;

/** What it takes to get a portal going: install, build, start, memory. */
export const bootBenchmark: Benchmark = {
  summary: 'install size, frontend build, start to ready, memory',
  async run(context) {
    const { portals, options, say } = context;
    for (const portal of portals) {
      await portal.prepare();
    }
    const rounds = (usual: number) => (options.quick ? 1 : usual);

    say(`Frontend build, ${rounds(3)} times each`);
    const build = await interleave({
      portals,
      rounds: rounds(3),
      measure: async portal => ({ seconds: await timeBuild(context, portal) }),
    });

    say(`Cold start, ${rounds(3)} times each`);
    const data: Partial<Record<Portal['name'], string>> = {};
    const cold = await interleave({
      portals,
      rounds: rounds(3),
      measure: async portal => {
        data[portal.name] = await context.createDataFolder();
        await portal.forgetCaches();
        const running = await context.start(portal, data[portal.name]!);
        await waitUntilIngested(running);
        await running.stop();
        return { ms: running.readyAfterMs };
      },
    });

    say(`Warm start, ${rounds(7)} times each`);
    const warm = await interleave({
      portals,
      rounds: rounds(7),
      measure: async portal => {
        const running = await context.start(portal, data[portal.name]!);
        await running.stop();
        return { ms: running.readyAfterMs };
      },
    });

    const later = options.long ? 300 : 60;
    say(
      `Memory after ${IDLE_SECONDS} s and ${later} s, ${rounds(2)} times each`,
    );
    const idle: Pair[] = [];
    const afterwards: Pair[] = [];
    for (let round = 0; round < rounds(2); round++) {
      // Both at once: idle processes do not disturb each other, and waiting for them in turn would take twice as long.
      const running: RunningPortal[] = [];
      for (const portal of portals) {
        running.push(await context.start(portal, data[portal.name]!));
      }
      const memory = async () => {
        const [stock, callboard] = await Promise.all(
          running.map(({ pid }) => processTreeMemory(pid)),
        );
        return { stock, callboard };
      };
      await wait(IDLE_SECONDS * 1000);
      idle.push(await memory());
      await wait((later - IDLE_SECONDS) * 1000);
      afterwards.push(await memory());
      await Promise.all(running.map(portal => portal.stop()));
    }

    const [stockSize, callboardSize] = portals.map(portal =>
      installSize(portal.installation),
    );
    return [
      createRow({ name: 'start to ready, warm', unit: 'ms', ...warm.ms }),
      createRow({ name: 'start to ready, cold', unit: 'ms', ...cold.ms }),
      memoryRow('memory idle', idle),
      memoryRow(
        options.long ? 'memory after 5 minutes' : 'memory after 1 minute',
        afterwards,
      ),
      createRow({
        name: 'install size',
        unit: 'MB',
        stock: stockSize,
        callboard: callboardSize,
      }),
      createRow({ name: 'frontend build', unit: 's', ...build.seconds }),
    ];
  },
};

async function timeBuild({ tools }: BenchContext, portal: Portal) {
  const started = performance.now();
  await tools.runOrFail(portal.buildFrontendCommand());
  return (performance.now() - started) / 1000;
}

function memoryRow(name: string, pairs: Pair[]): Row {
  return createRow({
    name,
    unit: 'MB',
    stock: median(pairs.map(({ stock }) => stock)),
    callboard: median(pairs.map(({ callboard }) => callboard)),
  });
}
