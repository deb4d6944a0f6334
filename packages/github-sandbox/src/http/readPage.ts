/** `page` and `per_page` as GitHub reads them: from 1, at most 100 a page, 30 where nothing is said. */
export function readPage(query: URLSearchParams): {
  page: number;
  perPage: number;
} {
  const number = (name: string, fallback: number) => {
    const value = Number.parseInt(query.get(name) ?? '', 10);
    return Number.isFinite(value) && value >= 1 ? value : fallback;
  };
  return {
    page: number('page', 1),
    perPage: Math.min(100, number('per_page', 30)),
  };
}
