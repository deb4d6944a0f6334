import { DEFAULT_MARKDOWN, MarkdownOptions } from '../markdown/createMarkdown';
import { namesAndOptions } from './namesAndOptions';

/** Where snippets come from and what each page ends with; paths as written, relative to the folder of `mkdocs.yml`. */
export interface SnippetSettings {
  basePaths: string[];
  autoAppend: string[];
}

/** The settings of `markdown_extensions` that have an effect, upon those of `techdocs-core`. */
export function readExtensions(value: unknown): {
  names: string[];
  markdown: MarkdownOptions;
  snippets: SnippetSettings;
} {
  const extensions = namesAndOptions(value);
  const markdown = { ...DEFAULT_MARKDOWN };
  const snippets: SnippetSettings = { basePaths: ['.'], autoAppend: [] };
  for (const { name, options } of extensions) {
    if (/(?:^|\.)(?:highlight|codehilite)$/.test(name)) {
      if ('linenums' in options) {
        markdown.lineNumbers = isOn(options.linenums);
      }
    } else if (/(?:^|\.)snippets$/.test(name)) {
      snippets.basePaths = [...texts(options.base_path), '.'];
      snippets.autoAppend = texts(options.auto_append);
    }
  }
  return { names: extensions.map(({ name }) => name), markdown, snippets };
}

function isOn(value: unknown): boolean {
  return !/^(?:false|no|none|null|)$/i.test(`${value ?? ''}`);
}

function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter(item => typeof item === 'string');
}
