/** Whether a GraphQL document changes something. In doubt it does. https://spec.graphql.org/October2021/#sec-Language.Operations */
export function isMutation(query: string): boolean {
  const bare = query
    .replace(/"""[^]*?"""|"(?:\\.|[^"\\\n])*"/g, '""')
    .replace(/#.*/g, '');
  return /\b(?:mutation|subscription)\b/.test(bare);
}
