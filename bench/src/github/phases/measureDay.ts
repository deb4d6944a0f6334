import { setTimeout as wait } from 'node:timers/promises';
import { BenchError } from '../../BenchError';
import type { BenchContext } from '../../context';
import type { Row } from '../../Row';
import { catalogFile } from '../catalogFile';
import type { CompanySize } from '../CompanySize';
import { ORGANISATION, repositoryName, teamSlug } from '../companyNames';
import { openScene } from '../openScene';
import type { RunningSandbox } from '../programs/startSandbox';
import { isPushedByUs } from '../requests/isPushedByUs';
import { putFile } from '../requests/putFile';

/** A cycle of five minutes lasts a second, and so with everything else that has a schedule. */
const CYCLES = 288;
const CYCLE_SECONDS = 1;
/** Deliveries that were missed are looked for as often as the setting allows, and not every ten minutes of the day: that would be 144 times. */
const LOOK_SECONDS = 10;
const LOOKS_MISSING = 144 / ((CYCLES * CYCLE_SECONDS) / LOOK_SECONDS);
/** Every so many pushes change the catalog file; the others change code. */
const DESCRIPTOR_EVERY = 20;
const IN_FLIGHT = 4;
const DELIVERIES = 'GET /app/hook/deliveries';

const descriptionOf = (index: number) => `Changed by push ${index}`;

/**
 * What a day costs GitHub: 288 cycles in which many push, in fast motion, by Callboard alone. A request about missed deliveries counts as
 * often as such looks are too few. Tokens, which last an hour, are renewed as often as in the time that it really takes.
 */
export async function measureDay(options: {
  context: BenchContext;
  size: CompanySize;
  pushes: number;
}): Promise<Row[]> {
  const { context, size, pushes } = options;
  const many = size.repositories.toLocaleString('en');
  context.say(`A day of ${many} repositories: Callboard`);
  const scene = await openScene({
    context,
    size,
    cycleSeconds: CYCLE_SECONDS,
  });
  try {
    const { sandbox } = scene;
    await sandbox.complete();
    const [before] = (await sandbox.requestsSince(0)).slice(-1);
    const catalog = await scene.startCatalog({
      product: 'callboard',
      own: { missedDeliveries: { every: { seconds: LOOK_SECONDS } } },
    });
    await catalog.untilVisible({ size, giveUpMs: 300_000 });

    const end = performance.now() + CYCLES * CYCLE_SECONDS * 1_000;
    await pushAll({ sandbox, size, pushes, end });
    await wait(Math.max(0, end - performance.now()));
    for (const { name, description } of described({ size, pushes })) {
      if ((await catalog.descriptionOf(name)) !== description) {
        throw new BenchError(
          `At the end of the day ${name} is not "${description}"`,
        );
      }
    }
    const requests = (await sandbox.requestsSince(before.id)).filter(
      request => !isPushedByUs(request),
    );
    const looks = requests.filter(({ route }) => route === DELIVERIES);
    return [
      {
        name: `a day of ${many} repositories, ${pushes.toLocaleString(
          'en',
        )} pushes: requests`,
        unit: '',
        values: {
          callboard: Math.round(
            requests.length + looks.length * (LOOKS_MISSING - 1),
          ),
        },
      },
    ];
  } finally {
    await scene.close();
  }
}

async function pushAll(options: {
  sandbox: RunningSandbox;
  size: CompanySize;
  pushes: number;
  /** `performance.now()`. */
  end: number;
}) {
  const { sandbox, size, pushes, end } = options;
  const started = performance.now();
  let next = 0;
  const work = async () => {
    while (next < pushes) {
      const index = next++;
      const due = started + ((end - started) * 0.95 * index) / pushes;
      await wait(Math.max(0, due - performance.now()));
      await push({ sandbox, size, index });
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
}

/** Each repository has its catalog file changed at most once, so that what was there before is known. */
async function push(options: {
  sandbox: RunningSandbox;
  size: CompanySize;
  index: number;
}) {
  const { sandbox, size, index } = options;
  const number = index % size.repositories;
  const name = repositoryName(number);
  const owner = teamSlug(number % size.teams);
  const changesDescriptor = index % DESCRIPTOR_EVERY === 0;
  await putFile({
    sandbox,
    owner: ORGANISATION,
    name,
    message: `Push ${index}`,
    ...(changesDescriptor && index < size.repositories
      ? {
          path: 'catalog-info.yaml',
          before: catalogFile({ name, owner }),
          text: catalogFile({ name, owner, description: descriptionOf(index) }),
        }
      : { path: `src/${index}.ts`, text: `export const n = ${index};\n` }),
  });
}

/** What the catalog must show in the end. */
function described(options: { size: CompanySize; pushes: number }) {
  const count = Math.min(options.size.repositories, options.pushes);
  return Array.from({ length: count }, (_, index) => index)
    .filter(index => index % DESCRIPTOR_EVERY === 0)
    .map(index => ({
      name: repositoryName(index),
      description: descriptionOf(index),
    }));
}
