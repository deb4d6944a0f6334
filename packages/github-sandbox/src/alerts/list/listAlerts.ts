import type { DependabotAlert } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import type { Call } from '../../http/Route';
import { readAlertFilter } from './readAlertFilter';
import { sortAlerts } from './sortAlerts';

/**
 * One page of alerts, by the query's filters and order. Pages are told apart by cursors, `before` and `after` an alert:
 * https://docs.github.com/rest/dependabot/alerts#list-dependabot-alerts-for-a-repository
 */
export function listAlerts(options: {
  call: Call;
  alerts: DependabotAlert[];
  /** The address of the list, without a query. */
  url: string;
}): { page: DependabotAlert[]; headers: Record<string, string> } {
  const { call, url } = options;
  const { query } = call;
  const { perPage } = call.page;
  if (query.has('page')) {
    throw new GitHubError({
      status: 400,
      message: 'Pagination using the `page` parameter is not supported.',
    });
  }
  const alerts = sortAlerts({
    alerts: options.alerts.filter(readAlertFilter(query)),
    query,
  });
  const after = cursorPosition(alerts, query.get('after'));
  const before = cursorPosition(alerts, query.get('before'));
  const start =
    before === undefined ? (after ?? -1) + 1 : Math.max(0, before - perPage);
  const end = before ?? start + perPage;
  const page = alerts.slice(start, end);
  const links = [
    end < alerts.length && link(url, query, 'next', 'after', page.at(-1)),
    start > 0 && link(url, query, 'prev', 'before', page[0]),
  ].filter(Boolean);
  return {
    page,
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}

function cursorPosition(
  alerts: DependabotAlert[],
  cursor: string | null,
): number | undefined {
  if (cursor === null) return undefined;
  const id = Number(Buffer.from(cursor, 'base64').toString());
  const position = alerts.findIndex(alert => alert.id === id);
  if (position >= 0) return position;
  throw new GitHubError({ status: 400, message: 'Invalid cursor' });
}

function link(
  url: string,
  query: URLSearchParams,
  rel: 'next' | 'prev',
  name: 'after' | 'before',
  alert: DependabotAlert | undefined,
): string | false {
  if (!alert) return false;
  const target = new URLSearchParams(query);
  target.delete('before');
  target.delete('after');
  target.set(name, Buffer.from(String(alert.id)).toString('base64'));
  return `<${url}?${target}>; rel="${rel}"`;
}
