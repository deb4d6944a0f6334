const HONOURED_KEYS = [
  ...['site_name', 'site_description', 'docs_dir', 'nav', 'repo_url'],
  ...['edit_uri', 'edit_uri_template', 'use_directory_urls', 'exclude_docs'],
  ...['plugins', 'markdown_extensions'],
];
// Without meaning inside of the reader, so not worth a word in the log.
const SILENT_KEYS = [
  ...['site_url', 'site_author', 'site_dir', 'repo_name', 'theme'],
  ...['copyright', 'extra', 'strict', 'dev_addr', 'watch', 'not_in_nav'],
  ...['remote_branch', 'remote_name', 'validation', 'google_analytics'],
];
const KNOWN_KEYS = new Set([...HONOURED_KEYS, ...SILENT_KEYS]);

/** Says, one message per subject, which keys and tags of `mkdocs.yml` have no effect here. */
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
  const theme = values.theme;
  if (theme && typeof theme === 'object' && 'custom_dir' in theme) {
    say('theme settings', ['custom_dir']);
  }
}
