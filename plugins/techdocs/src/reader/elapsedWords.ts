/** `8 s`, `2 min 5 s`: for how long something has gone on. */
export function elapsedWords(options: { from: Date; to: Date }): string {
  const ms = options.to.getTime() - options.from.getTime();
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  return minutes ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
