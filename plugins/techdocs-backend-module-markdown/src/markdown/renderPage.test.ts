import { createMarkdown } from './createMarkdown';
import { renderPage } from './renderPage';

const render = (text: string) =>
  renderPage({
    markdown: createMarkdown(),
    text,
    iframeHosts: [],
    resolveLink: href => `[${href}]`,
    report: () => {},
  });
const html = (text: string) => render(text).html;

describe('renderPage', () => {
  it('gives headings the anchors of Python-Markdown', () => {
    const { headings, html: out } = render(
      '# Über uns: A & B!\n\n## Set up\n\n## Set up\n\n## Own {#mine}\n\n## 日本\n',
    );
    expect(headings.map(({ id }) => id)).toEqual([
      ...['uber-uns-a-b', 'set-up', 'set-up_1', 'mine', '_1'],
    ]);
    expect(out).toContain('<h2 id="set-up_1">Set up<a class="headerlink"');
  });

  it('renders admonitions with a title, without, folded and nested', () => {
    const out = html(
      '!!! warning "Be *careful*"\n    First\n\n    ??? note\n        Inner\n\n!!! tip ""\n    Bare\n\n???+ info\n    Open\n\nAfter\n',
    );
    expect(out).toContain(
      '<div class="admonition warning">\n<p class="admonition-title">Be <em>careful</em></p>\n<p>First</p>',
    );
    expect(out).toContain(
      '<details class="note">\n<summary>Note</summary>\n<p>Inner</p>\n</details>\n</div>',
    );
    expect(out).toContain('<div class="admonition tip">\n<p>Bare</p>');
    expect(out).toMatch(/<details class="info" open(="")?>/);
    expect(out).toMatch(/<\/details>\n<p>After<\/p>/);
  });

  it('renders an admonition inside of a list item', () => {
    expect(html('1. One\n\n    !!! note\n        In\n\n2. Two\n')).toMatch(
      /<li>\n<p>One<\/p>\n<div class="admonition note">[\s\S]*In[\s\S]*<\/div>\n<\/li>\n<li>/,
    );
  });

  it('groups neighbouring content tabs, and starts a new set after text', () => {
    const out = html(
      '=== "A"\n    a\n\n=== "B"\n    ```sh\n    ls\n    ```\n\nText\n\n=== "C"\n    c\n',
    );
    expect(out.match(/class="tabbed-set/g)).toHaveLength(2);
    expect(out).toContain('<label for="__tabbed_1_2">B</label>');
    expect(out).toContain('name="__tabbed_2"');
    expect(out).toContain('language-sh');
  });

  it('colours known languages and escapes unknown ones', () => {
    const out = html(
      '```yaml title="a.yml"\na: 1\n```\n\n``` {.nosuch #x}\n<b>&\n```\n',
    );
    expect(out).toContain('<span class="filename">a.yml</span>');
    expect(out).toContain('<span class="hljs-attr">a:</span>');
    expect(out).toContain(
      '<code class="hljs language-nosuch">&lt;b&gt;&amp;\n</code>',
    );
  });

  it('keeps Mermaid as code that an add-on can find', () => {
    expect(html('```mermaid\nA-->B\n```\n')).toBe(
      '<pre class="mermaid"><code>A--&gt;B\n</code></pre>\n',
    );
  });

  it('renders tables, tasks, footnotes, definitions and abbreviations', () => {
    expect(html('| a |\n|---|\n| 1 |\n')).toContain('<td>1</td>');
    expect(html('- [x] done\n')).toMatch(/<input [^>]*checked[^>]*>\s*done/);
    expect(html('A[^1]\n\n[^1]: Note\n')).toContain('id="fn1"');
    expect(html('T\n:   D\n')).toContain('<dt>T</dt>\n<dd>D</dd>');
    expect(html('An API\n\n*[API]: Interface\n')).toContain(
      '<abbr title="Interface">API</abbr>',
    );
  });

  it('applies attribute lists and leaves other braces alone', () => {
    expect(html('![i](a.png){ width="300" .big }')).toContain(
      'width="300" class="big"',
    );
    expect(html('[b](c){ .md-button target=_blank }')).toContain(
      'class="md-button" target="_blank" rel="noopener noreferrer"',
    );
    expect(html('GET /users/{id}')).toBe('<p>GET /users/{id}</p>\n');
    expect(html('`{ .x }` and {{ value }}')).toContain('<code>{ .x }</code>');
  });

  it('asks where links lead, but not for raw HTML', () => {
    expect(html('[a](b.md) <a href="c.md">d</a>')).toBe(
      '<p><a href="[b.md]">a</a> <a href="c.md">d</a></p>\n',
    );
  });

  it('splits the text by heading for search, without markup or scripts', () => {
    const { sections } = render(
      '# T\n\nIntro `x`\n\n<script>bad()</script>\n\n## S\n\n```\ncode\n```\n',
    );
    expect(sections.map(s => [s.heading?.id, s.text])).toEqual([
      [undefined, ''],
      ['t', 'Intro x'],
      ['s', 'code'],
    ]);
  });
});
