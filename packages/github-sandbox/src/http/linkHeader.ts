/**
 * The Link header of a page, or undefined where there is only one. `total` gives `last`; without it only `next` and `prev` can be said.
 * Format: https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api.
 */
export function linkHeader(options: {
  /** The request's address with its query. */
  url: URL;
  page: number;
  perPage: number;
  total?: number;
  more?: boolean;
}): string | undefined {
  const { url, page, perPage, total, more } = options;
  const last =
    total === undefined ? undefined : Math.max(1, Math.ceil(total / perPage));
  const hasNext = last === undefined ? Boolean(more) : page < last;
  const at = (number: number) => {
    const target = new URL(url);
    target.searchParams.set('page', String(number));
    return target.toString();
  };
  const links: string[] = [];
  if (page > 1) links.push(`<${at(page - 1)}>; rel="prev"`);
  if (hasNext) links.push(`<${at(page + 1)}>; rel="next"`);
  if (hasNext && last !== undefined) links.push(`<${at(last)}>; rel="last"`);
  if (page > 1) links.push(`<${at(1)}>; rel="first"`);
  return links.length > 0 ? links.join(', ') : undefined;
}
