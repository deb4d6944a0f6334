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

  it('starts another set of tabs at ===! and opens the tab of ===+', () => {
    const out = html('=== "A"\n    a\n\n===! "B"\n    b\n\n===+ "C"\n    c\n');
    expect(out.match(/class="tabbed-set/g)).toHaveLength(2);
    expect(out).toMatch(
      /checked[^>]*id="__tabbed_2_2"|id="__tabbed_2_2"[^>]*checked/,
    );
    expect(out).not.toMatch(/checked[^>]*id="__tabbed_2_1"/);
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
    expect(html('Text\nmore\n{: .lead }\n')).toBe(
      '<p class="lead">Text\nmore</p>\n',
    );
    expect(html('- a\n- b {: .x }\n')).toContain('<li class="x">b</li>');
    expect(html('| a |\n|---|\n| 1 |\n{: .wide }\n')).toMatch(
      /^<table class="wide">[^{]*$/,
    );
    expect(html('> quote\n\n{: #q }\n')).toMatch(/^<blockquote id="q">[^{]*$/);
  });

  it('renders blocks of slashes', () => {
    const out = html(
      'Text\n/// warning | Be *careful*\nFirst\n\n//// details | More\n    open: true\n    type: tip\n\nInner\n////\n///\n\n/// tab | A\na\n///\n\n/// tab | B\n    select: True\n\nb\n///\n\n/// tab | C\n    new: true\n\nc\n///\n\n/// html | div.mine.md-x\n*d*\n///\n\n/// nothing\n\nend\n',
    );
    expect(out).toContain(
      '<p>Text</p>\n<div class="admonition warning">\n<p class="admonition-title">Be <em>careful</em></p>\n<p>First</p>\n<details class="tip" open="">\n<summary>More</summary>\n<p>Inner</p>\n</details>\n</div>',
    );
    expect(out.match(/class="tabbed-set/g)).toHaveLength(2);
    expect(out).toContain('<input checked id="__tabbed_1_2"');
    expect(out).toContain('<div class="mine">\n<p><em>d</em></p>\n</div>');
    // What is never closed is text.
    expect(out).toMatch(/<p>\/\/\/ nothing<\/p>\n<p>end<\/p>\n$/);
  });

  it('renders Markdown in elements that ask for it', () => {
    const out = html(
      '<div class="grid" markdown>\n- *a*\n\n  ```sh\n  ls\n  ```\n\n</div>\n\n<p markdown="span">*b*</p>\n',
    );
    expect(out).toMatch(
      /^<div class="grid">\n<ul>[^]*<em>a<\/em>[^]*<\/ul>\n<\/div>/,
    );
    expect(out).toContain('<p><em>b</em></p>'.replace('><em', '>\n<em'));
    expect(out).not.toContain('markdown');
  });

  it('puts in icons, and names those that it lacks', () => {
    const messages: string[] = [];
    const { html: out } = renderPage({
      markdown: createMarkdown(),
      text: 'A :material-account:{ .big "x } b :octicons-alert-16:{ .md-x .lg } :material-nosuch: :fontawesome-brands-x: :smile:\n',
      iframeHosts: [],
      resolveLink: href => href,
      report: message => messages.push(message),
    });
    expect(out).toContain('<span class="twemoji"><svg xmlns=');
    expect(out).toContain('<span class="twemoji lg"><svg xmlns=');
    expect(out).toContain('😄');
    expect(out).not.toMatch(/nosuch|fontawesome/);
    expect(messages).toEqual([
      'there is no icon :material-nosuch: here; it was left out',
      'there is no icon :fontawesome-brands-x: here; it was left out',
    ]);
  });

  it.each(['/// a\n', '<div markdown>\n\n', '{++ {-- {~~ {== {>> ', '^^a '])(
    'does not take the square of the time for %j again and again',
    text => {
      const start = performance.now();
      render(text.repeat(5_000));
      expect(performance.now() - start).toBeLessThan(10_000);
    },
    30_000,
  );

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
