/** The payload of an event under one of its names: `watch` says `started` where `star` says `created`. */
export function payloadAs(options: {
  name: string;
  payload: Record<string, unknown>;
}): Record<string, unknown> {
  const { name, payload } = options;
  if (name !== 'watch') return payload;
  const { starred_at: _, ...rest } = payload;
  return { ...rest, action: 'started' };
}
