import { createHash } from 'node:crypto';
import { extensions } from './extensions';
import { layout } from './layout';
import { standalone } from './standalone';
import { typeset } from './typeset';

/** The look of a site. Colours come from the `--md-*` variables that the reader sets. */
export const STYLESHEET = [standalone, layout, typeset, extensions]
  .join('\n')
  .replace(/\n\s*/g, '\n')
  .trim();

const hash = createHash('sha256').update(STYLESHEET).digest('hex').slice(0, 8);

/** The reader drops every stylesheet but one of exactly this form of name. */
export const STYLESHEET_PATH = `assets/stylesheets/main.${hash}.min.css`;
