/** The pages of a template's form: `parameters` is one page or a list of them. */
export function pagesOf(
  parameters: unknown,
): Array<{ page: unknown; path: string[] }> {
  if (parameters === undefined) {
    return [];
  }
  return Array.isArray(parameters)
    ? parameters.map((page, index) => ({
        page,
        path: ['spec', 'parameters', String(index)],
      }))
    : [{ page: parameters, path: ['spec', 'parameters'] }];
}
