import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { plainText } from './plainText';
import { Heading, RenderEnv } from './RenderEnv';
import { sanitizePage } from './sanitizePage';
import { Slots } from './Slots';

const MARKUP =
  /<(script|style)\b[\s\S]*?(?:<\/\1>|$)|<!--[\s\S]*?(?:-->|$)|<[^>]*>/gi;

/** The text between one heading and the next, for search. */
export interface Section {
  /** Absent for what stands above the first heading. */
  heading?: Heading;
  text: string;
}

/** One page, rendered and safe to show. */
export interface RenderedPage {
  html: string;
  headings: Heading[];
  sections: Section[];
}

/** Renders Markdown to HTML that can act on nothing. */
export function renderPage(options: {
  markdown: MarkdownIt;
  text: string;
  /** Hosts that frames may show; those of `techdocs.sanitizer.allowedIframeHosts`. */
  iframeHosts: string[];
  resolveLink: (href: string) => string;
  report: (message: string) => void;
}): RenderedPage {
  const { markdown, iframeHosts, resolveLink, report } = options;
  const slots = new Slots();
  const env: RenderEnv = {
    resolveLink,
    headings: [],
    tabSets: 0,
    slots,
    foreign: { isUsed: false },
    searches: { failed: 0 },
    report,
  };
  const tokens = markdown.parse(options.text, env);
  for (const token of tokens) {
    // The table of contents has its place beside the page.
    if (token.type === 'inline' && token.content === '[TOC]') {
      token.children = [];
    }
  }
  const html = markdown.renderer.render(tokens, markdown.options, env);
  return {
    html: slots.fill(
      // Most pages are Markdown alone, of which the renderer wrote every element; sanitising takes a third of the time.
      env.foreign.isUsed ? sanitizePage({ html, iframeHosts, report }) : html,
    ),
    headings: env.headings,
    sections: splitSections(tokens, env.headings),
  };
}

function splitSections(tokens: Token[], headings: Heading[]): Section[] {
  const sections: { heading?: Heading; texts: string[] }[] = [{ texts: [] }];
  let next = 0;
  tokens.forEach((token, i) => {
    if (token.type === 'heading_open') {
      sections.push({ heading: headings[next++], texts: [] });
    } else if (tokens[i - 1]?.type === 'heading_open') {
      return;
    } else if (token.type === 'inline') {
      sections[sections.length - 1].texts.push(plainText(token.children));
    } else if (token.type === 'fence' || token.type === 'code_block') {
      sections[sections.length - 1].texts.push(token.content.trim());
    } else if (token.type === 'html_block') {
      const words = token.content.replace(MARKUP, ' ').trim();
      sections[sections.length - 1].texts.push(words);
    }
  });
  return sections.map(({ heading, texts }) => ({
    heading,
    text: texts.filter(Boolean).join(' '),
  }));
}
