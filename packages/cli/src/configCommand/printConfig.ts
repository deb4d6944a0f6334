import { inspectPortalConfig } from '../config/loadPortalConfig';
import { readEnvironment } from '../config/readEnvironment';
import { ExitStatus } from '../problems/ExitStatus';
import { formatProblems } from '../problems/formatProblems';
import type { ConfigEntry } from './ConfigEntry';
import { configEntries } from './configEntries';
import type { PrintConfigOptions } from './registerConfigCommand';

/**
 * `callboard config print`. Prints what there is even when a portal could not start with it: that is when it is needed most. Then the
 * problems follow on stderr, and the exit status is 78.
 */
export async function printConfig(
  below: string | undefined,
  options: PrintConfigOptions,
): Promise<void> {
  const environment = readEnvironment({ options, env: process.env });
  const portal = await inspectPortalConfig(environment);
  const entries = await configEntries({ portal, environment, below });

  process.stdout.write(
    options.json
      ? `${JSON.stringify(entries, null, 2)}\n`
      : `${entries.map(format).join('\n')}\n`,
  );
  if (portal.problems.length > 0) {
    process.stderr.write(
      `\n${formatProblems({
        title: 'Callboard cannot start with this configuration',
        problems: portal.problems,
      })}`,
    );
    process.exitCode = ExitStatus.cannotStart;
  } else if (below && entries.length === 0) {
    process.stderr.write(`The key ${below} is not set.\n`);
    process.exitCode = ExitStatus.failed;
  }
}

function format({ key, value, from, overrides }: ConfigEntry) {
  const shown = value === null ? '(removed)' : JSON.stringify(value);
  return [
    `${key}: ${shown}`,
    `    from ${from}`,
    ...overrides.map(
      other =>
        `    overrides ${JSON.stringify(other.value)} from ${other.from}`,
    ),
  ].join('\n');
}
