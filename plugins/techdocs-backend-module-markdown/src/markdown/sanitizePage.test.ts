import { sanitizePage } from './sanitizePage';

function run(html: string, iframeHosts: string[] = []) {
  const messages: string[] = [];
  const report = (message: string) => messages.push(message);
  return { html: sanitizePage({ html, iframeHosts, report }), messages };
}

describe('sanitizePage', () => {
  it.each([
    ['<script>alert(1)</script>', /script|alert/],
    ['<SCRIPT SRC=//x.example/a.js></SCRIPT>', /script/i],
    ['<img src="a.png" onerror="alert(1)">', /onerror|alert/],
    ['<a href="javascript:alert(1)">a</a>', /javascript/],
    ['<a href="&#106;avascript:alert(1)">a</a>', /javascript/],
    ['<a href="java\tscript:alert(1)">a</a>', /script/],
    ['<a href="data:text/html,x">a</a>', /data:/],
    ['<iframe src="https://x.example"></iframe>', /iframe/],
    ['<object data="x"></object><embed src="x">', /object|embed/],
    ['<form action="//x"><input type="text"><button>b</button></form>', /</],
    ['<svg><script>alert(1)</script></svg>', /script|alert/],
    ['<math><mtext><style><img src=x onerror=alert(1)>', /onerror/],
    ['<style>*{display:none}</style>', /display/],
    ['<base href="//x.example/">', /base/],
    ['<meta http-equiv="refresh" content="0;url=//x">', /meta|refresh/],
    ['<div style="position:fixed;top:0">x</div>', /position|top/],
    ['<div class="md-overlay">x</div>', /md-overlay/],
    ['<div data-md-component="content">x</div>', /data-md/],
  ])('makes %s harmless', (input, forbidden) => {
    expect(run(input).html).not.toMatch(forbidden);
  });

  it('names what it dropped', () => {
    expect(
      run('<script></script><b onclick="x">b</b><a href="javascript:x">c</a>')
        .messages,
    ).toEqual([
      'dropped HTML that is not safe: <script>, onclick=, href="javascript:"',
    ]);
    expect(run('<b>fine</b>').messages).toEqual([]);
  });

  it('keeps the HTML of ordinary documentation', () => {
    const html =
      '<details open><summary>S</summary><img src="a.png" width="3" alt="" /></details>';
    expect(run(html).html).toBe(html);
    expect(run('<p style="text-align: center">x</p>').html).toBe(
      '<p style="text-align:center">x</p>',
    );
  });

  it('keeps frames of the configured hosts only', () => {
    const frame = (host: string) => `<iframe src="https://${host}/a"></iframe>`;
    const hosts = ['video.example'];
    expect(run(frame('video.example'), hosts).html).toContain('<iframe');
    expect(run(frame('other.example'), hosts).html).not.toContain('<iframe');
    expect(run('<iframe srcdoc="<b>"></iframe>', hosts).html).toBe('');
  });
});
