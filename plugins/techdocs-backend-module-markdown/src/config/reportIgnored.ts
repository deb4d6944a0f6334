const HONOURED_PLUGINS = [
  'techdocs-core',
  'search',
  'material/search',
  'redirects',
];
const KNOWN_KEYS = new Set([
  ...[
    'site_name',
    'site_description',
    'docs_dir',
    'nav',
    'repo_url',
    'edit_uri',
  ],
  ...['edit_uri_template', 'use_directory_urls', 'exclude_docs', 'plugins'],
  // Without meaning inside of the reader, so not worth a word in the log.
  ...['site_url', 'site_author', 'site_dir', 'repo_name', 'theme', 'copyright'],
  ...[
    'markdown_extensions',
    'extra',
    'strict',
    'dev_addr',
    'watch',
    'not_in_nav',
  ],
  ...['remote_branch', 'remote_name', 'validation', 'google_analytics'],
]);

/** Says, one message per subject, what of `mkdocs.yml` has no effect here. */
export function reportIgnored(options: {
  values: Record<string, unknown>;
  droppedTags: string[];
  file: string;
  report: (message: string) => void;
}): void {
  const { values, droppedTags, file, report } = options;
  const say = (what: string, names: string[]) => {
    if (names.length > 0) {
      report(`${file}: ignored ${what}: ${names.join(', ')}`);
    }
  };

  say('tags, with their values', droppedTags);
  say(
    'keys that are not supported or would run code',
    Object.keys(values).filter(key => !KNOWN_KEYS.has(key)),
  );
  say(
    'plugins',
    pluginNames(values.plugins).filter(
      name => !HONOURED_PLUGINS.includes(name),
    ),
  );
  const theme = values.theme;
  if (theme && typeof theme === 'object' && 'custom_dir' in theme) {
    say('theme settings', ['custom_dir']);
  }
}

function pluginNames(plugins: unknown): string[] {
  if (plugins && typeof plugins === 'object' && !Array.isArray(plugins)) {
    return Object.keys(plugins);
  }
  return (Array.isArray(plugins) ? plugins : []).flatMap(plugin => {
    if (typeof plugin === 'string') {
      return [plugin];
    }
    return plugin && typeof plugin === 'object' ? Object.keys(plugin) : [];
  });
}
