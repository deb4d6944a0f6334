import { BenchError } from '../../BenchError';
import type { BenchContext } from '../../context';
import { createRow } from '../../createRow';
import { findFreePort } from '../../servers/findFreePort';
import { median } from '../../measure/median';
import type { Row } from '../../Row';
import type { CompanySize } from '../CompanySize';
import { ORGANISATION, repositoryName } from '../companyNames';
import { openScene, type Scene } from '../openScene';
import type { ReaderReport, ReaderSettings } from '../programs/readerMessages';
import { startProgram } from '../programs/startProgram';
import { countRequests } from '../requests/countRequests';
import { catalogConfig } from '../catalogConfig';
import { untilSilent } from './untilSilent';

const PLUGINS = ['catalog', 'home', 'search', 'tech-radar', 'techdocs'];
const IN_FLIGHT = 10;
const READERS = ['stock', 'callboard'] as const;

/** What reading one file of each repository costs: once by stock's reader and once by ours, in a process of its own each. */
interface Reads {
  requests: number;
  tokensMinted: number;
  ms: number;
  bytes: number;
}

/** Reads the same files with stock's reader of GitHub and with ours, each for several plugins. */
export async function measureReads(options: {
  context: BenchContext;
  size: CompanySize;
  rounds: number;
}): Promise<Row[]> {
  const { context, size, rounds } = options;
  const measured: Record<(typeof READERS)[number], Reads[]> = {
    stock: [],
    callboard: [],
  };
  const scene = await openScene({ context, size, cycleSeconds: 3_600 });
  try {
    await scene.sandbox.complete();
    for (let round = 0; round < rounds; round++) {
      for (const reader of round % 2 === 0 ? READERS : READERS.toReversed()) {
        context.say(`Reads: ${reader}, ${round + 1} of ${rounds}`);
        measured[reader].push(await readWith({ scene, reader }));
      }
    }
  } finally {
    await scene.close();
  }
  const bytes = new Set(
    Object.values(measured)
      .flat()
      .map(of => of.bytes),
  );
  if (bytes.size !== 1) {
    throw new BenchError(`The readers have read ${[...bytes]} bytes`);
  }
  const row = (what: string, unit: string, key: keyof Reads) =>
    createRow({
      name: `${size.repositories.toLocaleString('en')} reads: ${what}`,
      unit,
      stock: median(measured.stock.map(of => of[key])),
      callboard: median(measured.callboard.map(of => of[key])),
    });
  return [
    row('tokens minted', '', 'tokensMinted'),
    row('requests', '', 'requests'),
    row('until all read', 'ms', 'ms'),
  ];
}

async function readWith(options: {
  scene: Scene;
  reader: ReaderSettings['reader'];
}): Promise<Reads> {
  const { scene, reader } = options;
  const { sandbox, folder, bundles, credentials, size } = scene;
  const [before] = (await sandbox.requestsSince(0)).slice(-1);
  const settings: ReaderSettings = {
    reader,
    config: catalogConfig({
      port: await findFreePort(),
      token: 'a-token-that-nobody-uses',
      sandboxUrl: sandbox.url,
      credentials,
      cycleSeconds: 3_600,
    }),
    plugins: PLUGINS,
    files: Array.from(
      { length: size.repositories },
      (_, index) =>
        `${sandbox.url}/${ORGANISATION}/${repositoryName(
          index,
        )}/blob/main/catalog-info.yaml`,
    ),
    inFlight: IN_FLIGHT,
  };
  const program = await startProgram<ReaderReport>({
    name: `reader-${reader}`,
    bundle: bundles.reader,
    folder,
    config: settings,
  });
  try {
    const { ms, bytes } = await program.reported('read');
    const requests = await untilSilent({ sandbox, since: before?.id ?? 0 });
    const { all, tokensMinted } = countRequests(requests);
    return { requests: all, tokensMinted, ms, bytes };
  } finally {
    await program.stop();
  }
}
