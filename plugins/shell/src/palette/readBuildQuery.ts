/** What the palette can lead to of a component with a repository. */
export type BuildAsk = 'builds' | 'pulls' | 'run';

const ASK =
  /^(?:(builds?|ci)|(pull requests?|prs?)|((?:run|start)(?: a)? workflow))(?:\s+of\s+(\S.*))?$/i;

/**
 * What a query asks for in the words of a command: `builds of shop` asks for the builds of what is called `shop`. `run a workflow` alone asks for
 * it of the component whose page is open. Words that may as well be a name, as in `build server`, `ci` or `run book`, ask for nothing.
 */
export function readBuildQuery(query: string): {
  asked?: BuildAsk;
  /** Undefined: of the component whose page is open. */
  name?: string;
} {
  const [, builds, pulls, run, name] = ASK.exec(query.trim()) ?? [];
  const asked =
    (builds && 'builds') || (pulls && 'pulls') || (run && 'run') || undefined;
  const isPhrase = /\s/.test(builds ?? pulls ?? run ?? '');
  return asked && (name || isPhrase) ? { asked, ...(name && { name }) } : {};
}
