import type { DoctorRow } from '../DoctorReport';
import { factRows } from '../factRows';
import type { Inspect } from './Inspection';

/** Runs the checks here and gives up after a while. Never throws: what keeps them from running is a row. */
export async function inspectWithin(
  options: Parameters<Inspect>[0] & { inspect: Inspect; timeoutMs: number },
): Promise<DoctorRow[]> {
  const { inspect, timeoutMs, ...input } = options;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>(resolve => {
    timer = setTimeout(resolve, timeoutMs, 'late');
  });
  const row = {
    id: 'checks-run',
    group: 'connections' as const,
    check: 'The checks run',
    status: 'fail' as const,
    links: [],
  };
  try {
    const overview = await Promise.race([inspect(input), late]);
    if (overview === 'late') {
      return [
        {
          ...row,
          cause: `they did not end within ${timeoutMs / 1000} s`,
          remedy:
            'something that the portal is connected to neither answers nor refuses: check the network, proxies and firewalls of this machine',
        },
      ];
    }
    return [...factRows(overview), ...overview.checks];
  } catch (error) {
    return [
      {
        ...row,
        cause: (error as Error).message,
        remedy:
          'mend what the message names; if it names nothing of yours, report it as an error of Callboard',
      },
    ];
  } finally {
    clearTimeout(timer);
  }
}
