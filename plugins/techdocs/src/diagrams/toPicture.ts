export interface Picture {
  /** A `data:` URL. */
  src: string;
  /** In pixels. */
  width: number;
  height: number;
  /** What the diagram calls itself, if it does. */
  title?: string;
}

/**
 * Makes a picture of what Mermaid drew. In an `img` no script runs, nothing is fetched, no link is followed and no style reaches the
 * page, whatever is in the SVG.
 */
export function toPicture(options: { svg: string }): Picture {
  // Mermaid writes HTML, in which `<br>` stays open; a picture is XML.
  const parsed = new DOMParser().parseFromString(options.svg, 'text/html');
  const svg = parsed.querySelector('svg');
  if (!svg) throw new Error('Mermaid gave no picture');
  const [, , width, height] = (svg.getAttribute('viewBox') ?? '')
    .split(/[\s,]+/)
    .map(Number);
  if (!(width > 0 && height > 0)) throw new Error('The diagram is empty');
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.style.removeProperty('max-width');
  const text = new XMLSerializer().serializeToString(svg);
  return {
    src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`,
    width: Math.ceil(width),
    height: Math.ceil(height),
    title: svg.querySelector(':scope > title')?.textContent || undefined,
  };
}
