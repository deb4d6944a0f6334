import hljs from 'highlight.js-v11';
import { escapeHtml } from '../../site/escapeHtml';
import { hcl } from './hcl';

// Colouring takes time in proportion; what is longer is data, not something to read.
const MAX_COLOURED = 100_000;
// Names of Pygments, which MkDocs colours with.
const ALIASES: Record<string, string> = {
  py3: 'python',
  pycon3: 'pycon',
  terminal: 'console',
  'shell-session': 'console',
  azurecli: 'bash',
  jsonc: 'json',
  tf: 'hcl',
  terraform: 'hcl',
};

hljs.registerLanguage('hcl', hcl);

/** Code as HTML, coloured if its language is known and it is not too long. Everything in it is escaped. */
export function highlightCode(options: {
  code: string;
  language: string;
}): string {
  const { code } = options;
  const language = ALIASES[options.language] ?? options.language;
  return language && code.length < MAX_COLOURED && hljs.getLanguage(language)
    ? hljs.highlight(code, { language, ignoreIllegals: true }).value
    : escapeHtml(code);
}
