import { createMarkdown } from './createMarkdown';
import { renderPage } from './renderPage';

const html = (text: string) =>
  renderPage({
    markdown: createMarkdown(),
    text,
    iframeHosts: [],
    resolveLink: href => href,
    report: () => {},
  }).html.trim();

describe('inline syntax', () => {
  it.each([
    ['==a *b*==', '<p><mark>a <em>b</em></mark></p>'],
    ['^^a *b*^^ x^2^', '<p><ins>a <em>b</em></ins> x<sup>2</sup></p>'],
    ['~~a~~ H~2~O', '<p><s>a</s> H<sub>2</sub>O</p>'],
    ['^^ a ^^', '<p>^^ a ^^</p>'],
    ['snake_case_name', '<p>snake_case_name</p>'],
  ])('marks, inserts and deletes: %s', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it('shows keys', () => {
    expect(html('++ctrl+page-up+"a b"++')).toBe(
      '<p><span class="keys"><kbd>Ctrl</kbd><span>+</span><kbd>Page Up</kbd><span>+</span><kbd>a b</kbd></span></p>',
    );
    expect(html('C++ and D++')).toBe('<p>C++ and D++</p>');
  });

  it('shows suggestions as such', () => {
    expect(html('{++a *b*++} {--c--} {~~d~>e~~} {==f==} {>> g <<}')).toBe(
      '<p><ins class="critic">a <em>b</em></ins> <del class="critic">c</del> <del class="critic">d</del><ins class="critic">e</ins> <mark class="critic">f</mark> <span class="critic comment">g</span></p>',
    );
    expect(html('{{ a }} {++ b')).toBe('<p>{{ a }} {++ b</p>');
  });

  it('writes symbols, but not in code and addresses', () => {
    expect(html('(c) --> =/= 1/2 `(c)` https://x.example/1/2')).toBe(
      '<p>© → ≠ ½ <code>(c)</code> <a href="https://x.example/1/2">https://x.example/1/2</a></p>',
    );
  });

  it('shows alerts of GitHub as admonitions', () => {
    expect(html('> [!WARNING]\n> Do *not*\n>\n> - a\n')).toMatch(
      /^<div class="admonition warning">\n<p class="admonition-title">Warning<\/p>\n<p>Do <em>not<\/em><\/p>\n<ul>[^]*<\/div>$/,
    );
    expect(html('> [!NOTE] Mine\n\nx\n\n> [!OTHER]\n> y\n')).toBe(
      '<div class="admonition note">\n<p class="admonition-title">Mine</p>\n</div>\n<p>x</p>\n<blockquote>\n<p>[!OTHER]\ny</p>\n</blockquote>',
    );
  });
});
