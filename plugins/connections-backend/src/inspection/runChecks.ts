import type { CheckResult } from '@callboard/plugin-connections-common';
import type { Check, CheckInput } from '../checks/Check';
import { messageOf } from './messageOf';
import { withinTime } from './withinTime';

const MOST_MS = 20_000;

/** Runs checks beside each other. One that throws or takes too long is a `fail` of its own, and of no other. */
export async function runChecks(options: {
  checks: Check[];
  input: Omit<CheckInput, 'signal'>;
  /** @defaultValue 20000 */
  mostMs?: number;
}): Promise<CheckResult[]> {
  const all = await Promise.all(
    options.checks.map(check => runCheck({ ...options, check })),
  );
  return withUniqueIds(all.flat());
}

async function runCheck(options: {
  check: Check;
  input: Omit<CheckInput, 'signal'>;
  mostMs?: number;
}): Promise<CheckResult[]> {
  const { check, input, mostMs = MOST_MS } = options;
  const { id, group, title } = check;
  try {
    const findings = await withinTime({
      ms: mostMs,
      message: `it took longer than ${Math.ceil(mostMs / 1000)} seconds`,
      work: signal => check.run({ ...input, signal }),
    });
    return findings.map(({ subject, links = [], ...finding }) => ({
      id: subject ? `${id}:${subject}` : id,
      group,
      ...finding,
      links,
    }));
  } catch (error) {
    input.context.logger.warn(`The check ${id} failed: ${messageOf(error)}`);
    return [
      {
        id,
        group,
        check: title,
        status: 'fail',
        cause: `This could not be tested: ${messageOf(error)}`,
        remedy:
          'Run the check again. If it fails again, the log of the portal has more.',
        links: [],
      },
    ];
  }
}

function withUniqueIds(results: CheckResult[]): CheckResult[] {
  const seen = new Map<string, number>();
  return results.map(result => {
    const count = (seen.get(result.id) ?? 0) + 1;
    seen.set(result.id, count);
    return count === 1 ? result : { ...result, id: `${result.id}#${count}` };
  });
}
