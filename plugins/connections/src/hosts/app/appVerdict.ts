import { plural, type ShownStatus } from '@callboard/page-parts';
import type { AppFacts } from '@callboard/plugin-connections-common';

export interface Verdict {
  status: ShownStatus;
  /** The most important first; each with its own weight. */
  words: { status: ShownStatus; text: string }[];
}

const KEY_WORDS: Record<AppFacts['key']['status'], string> = {
  valid: '',
  rejected: 'GitHub rejects the key',
  unreadable: 'The key cannot be read',
  'clock-skew': 'The clock is off, so GitHub rejects the key',
  'app-unknown': 'GitHub does not know this App',
  limited: 'A limit is used up',
  unreachable: 'GitHub cannot be reached',
};

/** How an App does, in the few words that its row has room for. */
export function appVerdict(app: AppFacts): Verdict {
  const words: Verdict['words'] = [];
  if (app.key.status !== 'valid') {
    words.push({ status: 'fail', text: KEY_WORDS[app.key.status] });
    return { status: 'fail', words };
  }
  const { installations, webhook } = app;
  if (installations.length === 0 && !app.installationsUnknown)
    words.push({ status: 'fail', text: 'Not installed anywhere' });
  const suspended = installations.filter(i => i.suspended).length;
  if (suspended > 0)
    words.push({
      status: 'fail',
      text: `${suspended} suspended`,
    });
  const missing = new Set([
    ...app.permissions.missing,
    ...installations.flatMap(i => i.permissions.missing),
  ]).size;
  if (missing > 0)
    words.push({
      status: 'fail',
      text: `${plural(missing, 'permission')} missing`,
    });
  if (webhook?.verdict === 'failing')
    words.push({ status: 'fail', text: 'Events do not arrive' });
  if (webhook?.verdict === 'elsewhere')
    words.push({ status: 'warn', text: 'Events go elsewhere' });
  const needless = new Set([
    ...app.permissions.needless,
    ...installations.flatMap(i => i.permissions.needless),
  ]).size;
  if (needless > 0)
    words.push({
      status: 'warn',
      text: `${plural(needless, 'permission')} needless`,
    });
  const statuses = words.map(({ status }) => status);
  if (statuses.includes('fail')) return { status: 'fail', words };
  return { status: statuses.includes('warn') ? 'warn' : 'pass', words };
}
