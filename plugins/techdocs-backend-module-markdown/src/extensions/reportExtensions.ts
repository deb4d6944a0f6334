import { EXTENSIONS, Extension, ExtensionState } from './EXTENSIONS';

const STATES: ExtensionState[] = ['supported', 'approximated', 'ignored'];
const UNKNOWN = 'nothing is known of it, and no code of it is run';

/** What of a site's extensions and plugins has which effect, as lines of the build log. */
export function reportExtensions(options: {
  /** As `mkdocs.yml` names them. */
  extensions: string[];
  plugins: string[];
  file: string;
  /** Gets what works. */
  tell: (message: string) => void;
  /** Gets what does not, or not quite. */
  report: (message: string) => void;
}): void {
  const { file, tell, report } = options;
  const found = [
    ...describe(options.extensions, 'extension'),
    ...describe(options.plugins, 'plugin'),
  ];
  if (found.length === 0) {
    return;
  }
  const by = (state: ExtensionState) =>
    found.filter(({ extension }) => extension.state === state);
  const counts = STATES.map(state => `${by(state).length} ${state}`);
  const supported = by('supported').map(({ name }) => name);
  tell(
    `${file} names ${
      found.length === 1
        ? '1 extension or plugin'
        : `${found.length} extensions and plugins`
    }: ${counts.join(', ')}${
      supported.length > 0 ? `. Supported: ${supported.join(', ')}` : ''
    }`,
  );
  for (const state of ['approximated', 'ignored'] as const) {
    for (const kind of ['extension', 'plugin'] as const) {
      const rows = by(state).filter(({ extension }) => extension.kind === kind);
      if (rows.length > 0) {
        const list = rows.map(
          ({ name, extension }) => `${name} (${extension.note})`,
        );
        const say = state === 'ignored' ? report : tell;
        say(`${file}: ${state} ${kind}s: ${list.join(', ')}`);
      }
    }
  }
}

function describe(names: string[], kind: Extension['kind']) {
  return [...new Set(names)].map(name => {
    const short = name.replace(/^(?:markdown\.extensions\.|material\/)/, '');
    const known = [name, short].find(
      key => Object.hasOwn(EXTENSIONS, key) && EXTENSIONS[key].kind === kind,
    );
    const extension: Extension = known
      ? EXTENSIONS[known]
      : { kind, state: 'ignored', note: UNKNOWN };
    return { name, extension };
  });
}
