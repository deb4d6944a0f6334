/** The latest of times, ISO 8601; undefined where there is none. */
export function latestOf(
  times: Iterable<string | undefined>,
): string | undefined {
  let latest: string | undefined;
  for (const time of times) {
    if (time && (!latest || Date.parse(time) > Date.parse(latest))) {
      latest = time;
    }
  }
  return latest;
}
