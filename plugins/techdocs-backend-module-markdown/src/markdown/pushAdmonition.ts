import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';

/**
 * Puts out an admonition, or one that folds, in the markup of Material for MkDocs. An empty title is how MkDocs asks for
 * none; a folding block cannot do without.
 */
export function pushAdmonition(options: {
  state: StateBlock;
  /** Words of letters, digits, `_` and `-`: the type, then further classes. */
  words: string;
  /** Absent: the type. */
  title?: string;
  folds: boolean;
  isOpen: boolean;
  lines: [start: number, end: number];
  parse: () => void;
}): void {
  const { state, folds, isOpen, lines, parse } = options;
  const classes = options.words
    .toLowerCase()
    .split(/[ \t]+/)
    // Names of the frame around a page are not for its content.
    .filter(name => name && !name.startsWith('md-'));
  const [type = 'note'] = classes;
  const title = options.title ?? type[0].toUpperCase() + type.slice(1);

  const open = state.push('admonition_open', folds ? 'details' : 'div', 1);
  open.block = true;
  open.map = lines;
  open.attrSet(
    'class',
    [...(folds ? [] : ['admonition']), ...classes].join(' '),
  );
  if (folds && isOpen) {
    open.attrSet('open', '');
  }
  if (title || folds) {
    const tag = folds ? 'summary' : 'p';
    const titleOpen = state.push('admonition_title_open', tag, 1);
    if (!folds) {
      titleOpen.attrSet('class', 'admonition-title');
    }
    const inline = state.push('inline', '', 0);
    inline.content = title || type;
    inline.map = [lines[0], lines[0] + 1];
    inline.children = [];
    state.push('admonition_title_close', tag, -1);
  }
  parse();
  state.push('admonition_close', folds ? 'details' : 'div', -1).block = true;
}
