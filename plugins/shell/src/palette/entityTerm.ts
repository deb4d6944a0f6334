const ASKS =
  /^(?:builds?|ci|pull requests?|prs?|run(?: a)?(?: workflow)?)\s+(?:of\s+)?(?=\S)/i;

/** What of a query names an entity: `shop` of `builds of shop`. Other queries are left as they are. */
export function entityTerm(query: string): string {
  return query.replace(ASKS, '');
}
