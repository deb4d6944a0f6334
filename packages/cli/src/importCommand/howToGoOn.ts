/** What an import that nobody follows any more comes to, and how to follow it again. */
export function howToGoOn(options: {
  target: { host?: string; organisation: string };
  /** The page of the run that the portal works on; undefined before it was told to change anything. */
  page?: string;
}): string {
  const { target, page } = options;
  const { host, organisation } = target;
  if (!page) return 'Interrupted. Nothing was changed.';
  const command = [
    'callboard import github',
    organisation,
    ...(host ? ['--host', host] : []),
    '--resume',
  ].join(' ');
  return `Interrupted. The portal goes on by itself; see ${page}\nTo follow it, or to go on where it stopped: ${command}`;
}
