import type {
  QueryCursor,
  QueryEntitiesRequest,
} from '../../query/EntitiesCatalog';
import { audited } from '../audited';
import { parseFields } from '../requests/parseFields';
import { parseFilter } from '../requests/parseFilter';
import { parseOrder } from '../requests/parseOrder';
import { parsePagination } from '../requests/parsePagination';
import { JsonArrayWriter } from '../responses/JsonArrayWriter';
import { sendEntities } from '../responses/sendEntities';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';

/** Everything is read in pages of this size. */
const PAGE_SIZE = 10_000;

/** `GET /entities`: a page of the older kind, or everything. */
export function listEntities(options: RouterOptions): RouteHandler {
  const { entitiesCatalog, httpAuth, auditor } = options;
  return (request, response) =>
    audited({
      auditor,
      request,
      eventId: 'entity-fetch',
      meta: { queryType: 'all', query: request.query as any },
      async work(succeeded) {
        const { query } = request;
        const filter = parseFilter(query);
        const fields = parseFields(query);
        const order = parseOrder(query);
        const pagination = parsePagination(query);
        const credentials = await httpAuth.credentials(request);

        if (pagination) {
          const { entities, pageInfo } = await entitiesCatalog.entities({
            filter,
            fields,
            order,
            pagination,
            credentials,
          });
          if (pageInfo.hasNextPage)
            response.setHeader(
              'link',
              toNextLink(request.url, pageInfo.endCursor),
            );
          await succeeded();
          await sendEntities({ response, items: entities });
          return;
        }

        const shared = { credentials, fields, limit: PAGE_SIZE };
        const first: QueryEntitiesRequest = {
          ...shared,
          filter,
          orderFields: order,
          totalItems: 'exclude',
        };
        const readPage = (cursor?: QueryCursor) =>
          entitiesCatalog.queryEntities(cursor ? { ...shared, cursor } : first);

        const writer = new JsonArrayWriter({ response });
        let page = await readPage();
        for (;;) {
          // The next page is read while this one is sent.
          const { nextCursor } = page.pageInfo;
          const next = nextCursor && readPage(nextCursor);
          next?.catch(() => {}); // It is awaited below, unless the client leaves.
          if ((await writer.write(page.items)) === 'closed') return;
          if (!next) break;
          page = await next;
        }
        await succeeded();
        writer.end();
      },
    });
}

function toNextLink(url: string, endCursor: string): string {
  const next = new URL(`http://ignored${url}`);
  next.searchParams.delete('offset');
  next.searchParams.set('after', endCursor);
  return `<${next.pathname}${next.search}>; rel="next"`;
}
