import { readEnvironment } from '../config/readEnvironment';
import { aliveWhile } from '../process/aliveWhile';
import { examine } from './examine';
import { exitStatusOf } from './exitStatusOf';
import { formatReport } from './format/formatReport';
import { sortRows } from './format/sortRows';
import { statusColors } from './format/statusColors';
import type { DoctorOptions } from './registerDoctorCommand';

const DEFAULT_COLUMNS = 100;
const MAX_COLUMNS = 140;

/** `callboard doctor`. Ends the process: a connection that nobody waits for any more must not keep it. */
export async function doctor(options: DoctorOptions): Promise<void> {
  // The report alone goes to stdout, whatever a library has to say meanwhile.
  console.log = (...words) => console.error(...words);
  const environment = readEnvironment({ options, env: process.env });
  // As a start does: files in the configuration are named relative to the root, and some libraries read the environment themselves.
  process.chdir(environment.root);
  for (const [name, value] of Object.entries(environment.fromEnvFile)) {
    process.env[name] ??= value;
  }

  const found = await aliveWhile(
    examine({
      environment,
      now: () => new Date(),
      // A portal that runs is asked, and then no backend has to be loaded here.
      inspect: async portal => {
        const { inspectHere } = await import('./here/inspectHere');
        return inspectHere(portal);
      },
    }),
  );
  const report = { ...found, rows: sortRows(found.rows) };
  const { stdout } = process;
  const text = options.json
    ? `${JSON.stringify(report.rows, null, 2)}\n`
    : formatReport({
        report,
        verbose: options.verbose,
        columns: Math.min(stdout.columns ?? DEFAULT_COLUMNS, MAX_COLUMNS),
        paint: statusColors(stdout),
      });
  await new Promise<void>(resolve => stdout.write(text, () => resolve()));
  process.exit(exitStatusOf(report));
}
