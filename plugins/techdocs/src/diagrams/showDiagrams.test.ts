import { showDiagrams } from './showDiagrams';

/** Stands in for Mermaid, which measures what a browser has laid out: jsdom lays nothing out. */
const draw = async ({ source, mode }: { source: string; mode: string }) => {
  if (source.includes('broken')) throw new Error('Parse error on line 1');
  return `<svg viewBox="0 0 120 40.5" style="max-width: 120px;" width="100%" onload="alert(1)"><title>Flow</title><g data-mode="${mode}"><text>${source}</text></g><foreignObject><p>a<br>b&nbsp;c</p></foreignObject></svg>`;
};

function pageOf(html: string) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = html;
  return root;
}

const show = (root: ParentNode, mode: 'light' | 'dark', isCurrent = true) =>
  showDiagrams({ root, mode, draw, isCurrent: () => isCurrent });

const xmlOf = (image: HTMLImageElement) =>
  decodeURIComponent(
    image.src.replace(/^data:image\/svg\+xml;charset=utf-8,/, ''),
  );

describe('showDiagrams', () => {
  it('shows a diagram as a picture, with its source below', async () => {
    const root = pageOf(
      '<p>a</p><pre class="mermaid"><button>copy</button><code>graph TD; A--&gt;B</code></pre><pre class="highlight"><code>x</code></pre>',
    );
    await show(root, 'light');
    const image = root.querySelector('img')!;
    expect(root.querySelectorAll('img')).toHaveLength(1);
    expect(image).toMatchObject({ width: 120, height: 41, alt: 'Flow' });
    expect(root.querySelector('details')).toHaveTextContent('graph TD; A-->B');
    expect(root.querySelector('details')).not.toHaveAttribute('open');
    // Well formed, or no browser would draw it.
    const xml = new DOMParser().parseFromString(xmlOf(image), 'image/svg+xml');
    expect(xml.querySelector('parsererror')).toBeNull();
    expect(xml.documentElement.getAttribute('width')).toBe('120');
  });

  it('attack case 28: what a diagram brings along reaches neither the page nor a script', async () => {
    const root = pageOf(
      '<pre class="mermaid"><code>graph TD; A[&lt;img src=x onerror=alert(1)&gt;]</code></pre>',
    );
    await show(root, 'light');
    expect(root.querySelector('svg, [onload], [onerror], foreignObject')).toBe(
      null,
    );
    expect(root.querySelector('img')!.src).toMatch(/^data:image\/svg\+xml;/);
  });

  it('draws anew in the other theme, and not twice in the same', async () => {
    const root = pageOf('<pre class="mermaid"><code>a</code></pre>');
    await show(root, 'light');
    const light = root.querySelector('img');
    await show(root, 'light');
    expect(root.querySelector('img')).toBe(light);
    await show(root, 'dark');
    expect(root.querySelectorAll('img')).toHaveLength(1);
    expect(xmlOf(root.querySelector('img')!)).toContain('data-mode="dark"');
    expect(root.querySelectorAll('details')).toHaveLength(1);
  });

  it('shows the source and the reason where a diagram cannot be drawn, and goes on', async () => {
    const root = pageOf(
      '<pre class="mermaid"><code>broken</code></pre><div class="mermaid">good</div>',
    );
    await show(root, 'light');
    expect(root.querySelector('[role="alert"]')).toHaveTextContent(
      'This diagram could not be drawn: Parse error on line 1',
    );
    expect(root.querySelector('details')).toHaveAttribute('open');
    expect(root.querySelectorAll('img')).toHaveLength(1);
  });

  it('stops for a page that is left', async () => {
    const root = pageOf('<pre class="mermaid"><code>a</code></pre>');
    await show(root, 'light', false);
    expect(root.querySelector('img')).toBeNull();
  });
});
