import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import { own } from './foreignHtml';
import { RenderEnv } from './RenderEnv';

/** A tab whose content is still to be parsed. */
export interface Tab {
  /** Markdown, of one line. */
  title: string;
  isSelected: boolean;
  parse: () => void;
}

/** Puts out a set of content tabs, in the markup of pymdownx.tabbed. The first is shown unless another is selected. */
export function pushTabSet(options: { state: StateBlock; tabs: Tab[] }): void {
  const { state, tabs } = options;
  const env = state.env as RenderEnv;
  env.tabSets += 1;
  const name = `__tabbed_${env.tabSets}`;

  const html = (content: string) => {
    own(state.push('html_block', '', 0)).content = content;
  };
  const selected = Math.max(
    tabs.findIndex(({ isSelected }) => isSelected),
    0,
  );
  const inputs = tabs.map((_, i) => {
    const checked = i === selected ? 'checked ' : '';
    return `<input ${checked}id="${name}_${
      i + 1
    }" name="${name}" type="radio">`;
  });
  const labels = tabs.map((tab, i) => {
    const title = state.md.renderInline(tab.title, { ...env, headings: [] });
    return `<label for="${name}_${i + 1}">${title}</label>`;
  });
  html(
    `<div class="tabbed-set tabbed-alternate" data-tabs="${env.tabSets}:${tabs.length}">` +
      `${inputs.join('')}<div class="tabbed-labels">${labels.join('')}</div>` +
      `<div class="tabbed-content">`,
  );
  for (const tab of tabs) {
    html('<div class="tabbed-block">');
    tab.parse();
    html('</div>');
  }
  html('</div></div>\n');
}
