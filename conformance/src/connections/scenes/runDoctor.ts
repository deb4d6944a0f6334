// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { runCallboard } from '@callboard/cli/src/testing/runCallboard';
import type { CheckResult } from '@callboard/plugin-connections-common';

/** What `callboard doctor --json` said. */
export interface DoctorAnswer {
  /** Its exit status. */
  status: number;
  rows: CheckResult[];
}

/** Runs the real command. Throws when what it prints is not JSON. */
export async function runDoctor(options: {
  args: string[];
  env: Record<string, string>;
}): Promise<DoctorAnswer> {
  const { args, env } = options;
  const command = runCallboard(['doctor', '--json', ...args], { env });
  const status = await command.ended;
  try {
    return { status, rows: JSON.parse(command.stdout()) };
  } catch (cause) {
    throw new Error(`The doctor printed no JSON:\n${command.output()}`, {
      cause,
    });
  }
}
