const VALID = /^[a-z0-9:+#]+(-[a-z0-9:+#]+)*$/;
const LONGEST = 63;

/** Topics and the language as tags of an entity: `Jupyter Notebook` becomes `jupyter-notebook`. What cannot be a tag is left out. */
export function inferTags(options: {
  topics: string[];
  language?: string;
}): string[] {
  const { topics, language } = options;
  const tags = [...topics, ...(language ? [language] : [])].map(text =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9:+#]+/g, '-')
      .replace(/^-+|-+$/g, ''),
  );
  return [...new Set(tags)].filter(
    tag => tag.length <= LONGEST && VALID.test(tag),
  );
}
