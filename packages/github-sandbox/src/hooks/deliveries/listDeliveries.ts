import type { Delivery } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import type { Answer, Call } from '../../http/Route';
import { presentDeliveryItem } from './presentDelivery';

/**
 * The deliveries of a hook, the newest first. Pages are told apart by a cursor, the delivery after which they begin:
 * https://docs.github.com/rest/repos/webhooks#list-deliveries-for-a-repository-webhook
 */
export function listDeliveries(options: {
  call: Call;
  hook: Delivery['hook'];
  /** The address of the list, without a query. */
  url: string;
}): Answer {
  const { call, hook, url } = options;
  const { query, sandbox } = call;
  const cursor = query.get('cursor');
  const before = cursor === null ? Infinity : Number(cursor.replace('v1_', ''));
  if (Number.isNaN(before)) {
    throw new GitHubError({ status: 400, message: 'Invalid cursor' });
  }
  const redelivery = query.get('redelivery');
  const status = query.get('status');
  const { perPage } = call.page;
  const all = sandbox.state.deliveries
    .by('hook', `${hook.kind}:${hook.id}`)
    .reverse()
    .filter(
      delivery =>
        delivery.id < before &&
        (redelivery === null ||
          delivery.redelivery === (redelivery === 'true')) &&
        (status === null || (status === 'success') === isSuccess(delivery)),
    );
  const rows = all.slice(0, perPage);
  return {
    body: rows.map(presentDeliveryItem),
    ...(all.length > perPage && {
      headers: { link: nextLink({ url, query, after: rows.at(-1)! }) },
    }),
  };
}

function isSuccess({ statusCode }: Delivery) {
  return statusCode >= 200 && statusCode < 300;
}

function nextLink(options: {
  url: string;
  query: URLSearchParams;
  after: Delivery;
}): string {
  const query = new URLSearchParams(options.query);
  query.set('cursor', `v1_${options.after.id}`);
  return `<${options.url}?${query}>; rel="next"`;
}
