/** Answers of GitHub's GraphQL as a test changes them; `undefined` leaves one as it is. */
export function changeAnswers(
  change: (options: {
    body: { query: string; variables: Record<string, unknown> };
    answer: any;
  }) => { status?: number; body: unknown } | undefined,
) {
  const { fetch: before } = globalThis;
  return jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async (input, init) => {
      const response = await before(input, init);
      if (!String(input).endsWith('/graphql')) return response;
      const answer = await response.clone().json();
      const changed = change({ body: JSON.parse(String(init!.body)), answer });
      return changed
        ? new Response(JSON.stringify(changed.body), {
            status: changed.status ?? response.status,
            headers: response.headers,
          })
        : response;
    });
}
