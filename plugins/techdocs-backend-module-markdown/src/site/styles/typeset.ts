/**
 * Running text and code. The reader's colours for code are too pale for small type, so each is drawn
 * towards the colour of the text, in light as in dark.
 */
export const typeset = `
.md-typeset { line-height: 1.6; overflow-wrap: break-word; color: var(--md-default-fg-color); }
.md-typeset a { color: var(--md-typeset-a-color); }
.md-typeset h1 { margin: 0 0 1rem; }
.md-typeset :is(h2, h3, h4, h5, h6) { margin: 1.75em 0 0.6em; }
.md-typeset :is(h1, h2, h3, h4, h5, h6, [id]) { scroll-margin-top: 4rem; }
.md-typeset .headerlink { margin-left: 0.5rem; text-decoration: none; color: var(--md-default-fg-color--light); opacity: 0; }
.md-typeset :is(h1, h2, h3, h4, h5, h6):hover .headerlink, .md-typeset .headerlink:focus { opacity: 1; }
.md-typeset :is(p, ul, ol, dl, pre, blockquote, figure) { margin: 1em 0; }
.md-typeset :is(ul, ol) { padding-left: 1.75em; }
.md-typeset :is(li, dd) > :first-child { margin-top: 0; }
.md-typeset li { margin: 0.3em 0; }
.md-typeset li :is(ul, ol) { margin: 0.3em 0; }
.md-typeset dt { font-weight: 600; }
.md-typeset dd { margin: 0.4em 0 1em 1.75em; }
.md-typeset blockquote { padding-left: 1em; border-left: 4px solid var(--md-default-fg-color--lightest); }
.md-typeset hr { border: 0; border-bottom: 1px solid var(--md-default-fg-color--lightest); margin: 1.5em 0; }
.md-typeset :is(img, svg, video) { max-width: 100%; height: auto; }
.md-typeset img[align="left"] { margin: 0 1em 1em 0; }
.md-typeset img[align="right"] { margin: 0 0 1em 1em; }
.md-typeset table:not([class]) { display: block; width: max-content; max-width: 100%; overflow-x: auto; margin: 1em 0; }
.md-typeset table:not([class]) :is(th, td) { padding: 0.5em 0.9em; vertical-align: top; text-align: left; }
.md-typeset table:not([class]) :is([style*="center"], [align="center"]) { text-align: center; }
.md-typeset table:not([class]) :is([style*="right"], [align="right"]) { text-align: right; }
.md-typeset kbd { padding: 0.1em 0.4em; border: 1px solid var(--md-default-fg-color--light); border-radius: 4px; font-size: 0.85em; }
.md-typeset mark { color: inherit; background-color: var(--md-typeset-mark-color, rgb(255 200 0 / 35%)); }
.md-typeset .footnotes { font-size: 0.9em; }

.md-typeset :is(code, pre) { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; color: var(--md-code-fg-color); }
.md-typeset code { padding: 0.1em 0.35em; border-radius: 4px; background-color: var(--md-code-bg-color); font-size: 0.875em; overflow-wrap: anywhere; }
.md-typeset pre { position: relative; line-height: 1.5; }
.md-typeset pre > code { display: block; padding: 0.9em 1.1em; overflow: auto; border: 1px solid var(--md-default-fg-color--lightest); border-radius: 6px; overflow-wrap: normal; white-space: pre; }
.md-typeset .highlight { margin: 1em 0; }
.md-typeset .highlight pre { margin: 0; }
.md-typeset .filename { display: block; padding: 0.4em 1.1em; font-size: 0.85em; font-weight: 600; }
.md-typeset .linenos::before { content: attr(data-linenos); padding-right: 0.6em; color: var(--md-code-hl-comment-color); white-space: pre; -webkit-user-select: none; user-select: none; }
.md-typeset .hll { display: block; margin: 0 -1.1em; padding: 0 1.1em; background-color: color-mix(in srgb, var(--md-accent-fg-color) 14%, transparent); }
.md-clipboard { opacity: 0; }
pre:hover .md-clipboard, .md-clipboard:focus { opacity: 1; }
.hljs { --keyword: color-mix(in srgb, var(--md-code-hl-keyword-color) 75%, var(--md-code-fg-color)); --string: color-mix(in srgb, var(--md-code-hl-string-color) 75%, var(--md-code-fg-color)); --number: color-mix(in srgb, var(--md-code-hl-number-color) 75%, var(--md-code-fg-color)); --function: color-mix(in srgb, var(--md-code-hl-function-color) 75%, var(--md-code-fg-color)); }
.hljs-comment, .hljs-quote, .hljs-meta { color: var(--md-code-hl-comment-color); }
.hljs-keyword, .hljs-selector-tag, .hljs-literal, .hljs-type, .hljs-tag, .hljs-name, .hljs-attr, .hljs-section { color: var(--keyword); }
.hljs-string, .hljs-regexp, .hljs-addition, .hljs-template-tag { color: var(--string); }
.hljs-number, .hljs-symbol, .hljs-bullet, .hljs-deletion { color: var(--number); }
.hljs-title, .hljs-built_in, .hljs-selector-id, .hljs-selector-class { color: var(--function); }
.hljs-emphasis { font-style: italic; }
.hljs-strong { font-weight: 600; }
`;
