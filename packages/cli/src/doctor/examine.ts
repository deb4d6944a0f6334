import { listenAddress } from '../config/listenAddress';
import { inspectPortalConfig } from '../config/loadPortalConfig';
import type { Environment } from '../config/readEnvironment';
import { readLocalKey } from '../localKeys/localKey';
import { trustedAuthorities } from '../presets/trustedAuthorities';
import { trustAuthorities } from '../start/trustAuthorities';
import type { DoctorReport, DoctorRow } from './DoctorReport';
import { factRows } from './factRows';
import type { Inspect } from './here/Inspection';
import { inspectWithin } from './here/inspectWithin';
import { configurationRows } from './launcher/configurationRows';
import { dataDirectoryRow } from './launcher/dataDirectoryRow';
import { nodeRow } from './launcher/nodeRow';
import { notStartedRow } from './launcher/notStartedRow';
import { operatorsRow } from './launcher/operatorsRow';
import { templateKeyRow } from './launcher/templateKeyRow';
import { trialRows } from './launcher/trialRows';
import { askPortal, type PortalAnswer } from './portal/askPortal';
import { findPortal } from './portal/findPortal';
import { portalRow } from './portal/portalRow';
import { withUniqueTitles } from './withUniqueTitles';

/** How long a running portal may take; it gives each of its checks 20 s. */
const ASK_TIMEOUT_MS = 30_000;
const INSPECT_TIMEOUT_MS = 30_000;

/** Everything that the doctor can find out. Asks a running portal, else looks by itself. Never takes more than about a minute. */
export async function examine(options: {
  environment: Environment;
  now: () => Date;
  inspect: Inspect;
}): Promise<DoctorReport> {
  const { environment } = options;
  const portal = await inspectPortalConfig(environment);
  const machine = [
    nodeRow(process.version),
    await dataDirectoryRow(environment.data),
  ];
  if (portal.problems.length > 0) {
    return {
      source:
        'The configuration cannot start a portal, so nothing else was checked.',
      rows: tidy([...configurationRows(portal), ...machine]),
      canStart: false,
    };
  }
  trustAuthorities(trustedAuthorities(portal.selection.resolved));
  const { config } = portal;
  const address = listenAddress({ config, port: environment.port });
  const found = await findPortal(address);
  const own = [
    ...machine,
    templateKeyRow({ config, data: environment.data }),
    await operatorsRow(config),
  ];

  let answer: PortalAnswer | { outcome: 'no-key'; reason: string } | undefined;
  if (found.outcome === 'running') {
    answer = await ask({ url: found.url, data: environment.data });
    if (answer.outcome === 'answered') {
      const { overview } = answer;
      return {
        source: `Asked the portal at ${found.url}.`,
        canStart: true,
        rows: tidy([
          portalRow({ found, answer, address }),
          ...own,
          ...factRows(overview),
          ...overview.checks,
          ...configurationRows(portal),
        ]),
      };
    }
  }
  const notStarted = notStartedRow({
    environment,
    portal,
    isRunning: found.outcome === 'running',
  });
  if (notStarted) {
    return {
      source:
        found.outcome === 'running'
          ? `The portal at ${found.url} could not be asked, and nothing was started here, so little was checked.`
          : 'Nothing was started here yet, so little was checked.',
      canStart: true,
      rows: tidy([
        notStarted,
        portalRow({ found, answer, address, looksHere: false }),
        ...own,
        ...configurationRows(portal),
      ]),
    };
  }
  const rows = await inspectWithin({
    ...options,
    portal,
    timeoutMs: INSPECT_TIMEOUT_MS,
  });
  return {
    source:
      found.outcome === 'running'
        ? `The portal at ${found.url} could not be asked; checked from here.`
        : 'The portal is not running; checked from here.',
    canStart: true,
    rows: tidy([
      portalRow({ found, answer, address }),
      ...own,
      ...(await trialRows({
        environment,
        isTrial: portal.sandbox !== undefined,
        rows,
      })),
      ...configurationRows(portal),
    ]),
  };
}

async function ask(options: { url: string; data: string }) {
  const { url, data } = options;
  const key = readLocalKey({ data, user: 'doctor' });
  switch (key.outcome) {
    case 'read':
      return askPortal({ url, key: key.key, timeoutMs: ASK_TIMEOUT_MS });
    case 'none':
      return {
        outcome: 'no-key' as const,
        reason: `${data} has none, so the portal was started with another data directory`,
      };
    default:
      return { outcome: 'no-key' as const, reason: key.reason };
  }
}

function tidy(rows: DoctorRow[]): DoctorRow[] {
  return withUniqueTitles(withoutTwins(rows));
}

/** The launcher's findings are known to the checks too: the first row that says a thing is enough. */
function withoutTwins(rows: DoctorRow[]): DoctorRow[] {
  const seen = new Set<string>();
  return rows.filter(({ status, cause }) => {
    const twin = `${status} ${cause}`;
    const isNew = status === 'pass' || !seen.has(twin);
    seen.add(twin);
    return isNew;
  });
}
