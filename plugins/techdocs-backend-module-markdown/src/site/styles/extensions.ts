const TONES: [string, string[]][] = [
  ['#2f6fdb', ['note', 'seealso']],
  ['#0091a8', ['abstract', 'summary', 'tldr', 'info', 'todo']],
  ['#0a8f74', ['tip', 'hint', 'important']],
  ['#2f9e44', ['success', 'check', 'done', 'question', 'help', 'faq']],
  ['#d9820a', ['warning', 'caution', 'attention']],
  ['#d6393f', ['failure', 'fail', 'missing', 'danger', 'error', 'bug']],
  ['#7c4ddb', ['example', 'snippet']],
  ['#7a828c', ['quote', 'cite']],
];

// The icons that the reader's theme brings, by the type that shares it.
const ICONS: [string, string[]][] = [
  ['abstract', ['abstract', 'summary', 'tldr']],
  ['info', ['info', 'todo']],
  ['tip', ['tip', 'hint', 'important']],
  ['success', ['success', 'check', 'done']],
  ['question', ['question', 'help', 'faq']],
  ['warning', ['warning', 'caution', 'attention']],
  ['failure', ['failure', 'fail', 'missing']],
  ['danger', ['danger', 'error']],
  ['bug', ['bug']],
  ['example', ['example', 'snippet']],
  ['quote', ['quote', 'cite']],
];

const MAX_TABS = 20;
const tabs = Array.from({ length: MAX_TABS }, (_, i) => i + 1);
const list = (types: string[]) => types.map(type => `.${type}`).join(', ');

const tones = TONES.map(
  ([tone, types]) =>
    `.md-typeset :is(.admonition, details):is(${list(
      types,
    )}) { --tone: ${tone}; }`,
);
const icons = ICONS.map(
  ([icon, types]) =>
    `.md-typeset :is(.admonition, details):is(${list(
      types,
    )}) { --icon: var(--md-admonition-icon--${icon}); }`,
);
const shown = tabs.map(
  n =>
    `.tabbed-set > input:nth-child(${n}):checked ~ .tabbed-content > :nth-child(${n})`,
);
const focused = tabs.map(
  n =>
    `.tabbed-set > input:nth-child(${n}):focus-visible ~ .tabbed-labels > :nth-child(${n})`,
);

/** Admonitions, content tabs, task lists, keys, suggestions, icons. */
export const extensions = `
.md-typeset :is(.admonition, details) { --tone: #2f6fdb; --icon: var(--md-admonition-icon--note); margin: 1.25em 0; padding: 0 1em; border: 1px solid var(--tone); border-left-width: 4px; border-radius: 6px; }
${tones.join('\n')}
${icons.join('\n')}
.md-typeset :is(.admonition-title, summary) { position: relative; margin: 0 -1em; padding: 0.5em 1em 0.5em 2.5rem; font-weight: 600; background-color: color-mix(in srgb, var(--tone) 12%, transparent); }
.md-typeset :is(.admonition-title, summary)::before { content: ''; position: absolute; left: 0.75rem; background-color: var(--tone); -webkit-mask: var(--icon) center / contain no-repeat; mask: var(--icon) center / contain no-repeat; }
.md-typeset summary { cursor: pointer; list-style: none; }
.md-typeset summary::-webkit-details-marker { display: none; }
.md-typeset summary::after { content: ''; position: absolute; right: 0.75rem; background-color: currentcolor; -webkit-mask: var(--md-details-icon) center / contain no-repeat; mask: var(--md-details-icon) center / contain no-repeat; }
.md-typeset .admonition.inline { float: left; width: 14rem; max-width: 100%; margin: 0 1em 1em 0; }
.md-typeset .admonition.inline.end { float: right; margin: 0 0 1em 1em; }

.md-typeset .tabbed-set { position: relative; margin: 1em 0; }
.md-typeset .tabbed-set > input { position: absolute; width: 0; height: 0; opacity: 0; }
.tabbed-labels { display: flex; overflow-x: auto; border-bottom: 1px solid var(--md-default-fg-color--lightest); }
.tabbed-labels > label { padding: 0.5em 1em; border-bottom: 2px solid transparent; font-weight: 600; white-space: nowrap; cursor: pointer; }
.tabbed-block { display: none; }
${shown.join(',\n')} { display: block; }
${focused.join(
  ',\n',
)} { outline: 2px solid var(--md-accent-fg-color); outline-offset: -2px; }

.md-typeset .task-list-item { list-style: none; }
.md-typeset .task-list-item-checkbox { margin: 0 0.5em 0 -1.5em; vertical-align: middle; }
.md-typeset .keys { white-space: nowrap; }
.md-typeset .keys span { padding: 0 0.2em; color: var(--md-default-fg-color--light); }
.md-typeset ins { text-decoration: underline; }
.md-typeset ins.critic { background-color: color-mix(in srgb, #2f9e44 18%, transparent); }
.md-typeset del.critic { background-color: color-mix(in srgb, #d6393f 18%, transparent); }
.md-typeset .critic.comment { color: var(--md-default-fg-color--light); font-style: italic; }
.md-typeset .twemoji { display: inline-flex; height: 1.125em; vertical-align: text-top; }
.md-typeset .twemoji svg { width: 1.125em; height: 1.125em; fill: currentcolor; }
.md-typeset .twemoji.lg svg { width: 1.5em; height: 1.5em; }
.md-typeset .md-button { display: inline-block; padding: 0.5em 1.25em; border: 1px solid currentcolor; border-radius: 6px; font-weight: 600; text-decoration: none; }
`;
