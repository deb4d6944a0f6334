import { createMarkdown } from '../createMarkdown';
import { renderPage } from '../renderPage';

const html = (text: string, lineNumbers = false) =>
  renderPage({
    markdown: createMarkdown({ lineNumbers, smartSymbols: true }),
    text,
    iframeHosts: [],
    resolveLink: href => href,
    report: () => {},
  }).html;
const numbersOf = (out: string) =>
  [...out.matchAll(/data-linenos="([^"]*)"/g)].map(([, n]) => n);

describe('code', () => {
  it('colours known languages and escapes unknown ones', () => {
    const out = html(
      '```yaml title="a.yml"\na: 1\n```\n\n``` {.nosuch #x .y}\n<b>&\n```\n',
    );
    expect(out).toContain('<span class="filename">a.yml</span>');
    expect(out).toContain('<span class="hljs-attr">a:</span>');
    expect(out).toContain('<div class="highlight language-nosuch y" id="x">');
    expect(out).toContain(
      '<code class="hljs language-nosuch">&lt;b&gt;&amp;\n</code>',
    );
    expect(
      html('```terraform\nresource "a" "b" {\n  x = 1\n}\n```\n'),
    ).toContain('<span class="hljs-attr">x</span>');
    expect(html('```py3\nimport os\n```\n')).toContain('hljs-keyword');
  });

  it('numbers lines unless the site or the block says otherwise', () => {
    const block = '```sh\na\nb\n```\n';
    expect(numbersOf(html(block))).toEqual([]);
    expect(numbersOf(html(block, true))).toEqual(['1 ', '2 ']);
    expect(html(block, true)).not.toMatch(/>\s*1\s*</);
    expect(numbersOf(html('```{.sh linenums="9 2"}\na\nb\n```\n'))).toEqual([
      ...[' 9 ', '   '],
    ]);
  });

  it('marks lines, also within a comment of several', () => {
    const out = html('```js hl_lines="2 4-5"\n/* 1\n2\n3 */\n4\n5\n```\n');
    expect(out).toContain(
      '<span class="hll"><span class="hljs-comment">2</span>\n</span>',
    );
    expect(out.match(/class="hll"/g)).toHaveLength(3);
    expect(out.match(/<span/g)).toHaveLength(out.match(/<\/span>/g)!.length);
  });

  it('colours code in a line', () => {
    expect(html('`#!py import x` and `#!/bin/sh`')).toBe(
      '<p><code class="highlight hljs language-py"><span class="hljs-keyword">import</span> x</code> and <code>#!/bin/sh</code></p>\n',
    );
  });

  it('keeps Mermaid as code that an add-on can find', () => {
    expect(html('```mermaid\nA-->B\n```\n', true)).toBe(
      '<pre class="mermaid"><code>A--&gt;B\n</code></pre>\n',
    );
  });

  it('attack case 28: lets nothing out of a block', () => {
    const out = html(
      '```{.py" onload=x #a"b .c<d} title="<script>x</script>" linenums="<b>" hl_lines="1-99999999999"\n<script>alert(1)</script>\n```\n\n<div data-slot="0"></div><span data-slot="-0">\n',
    );
    expect(out).not.toMatch(/<script|<b>|onload="/);
  });
});
