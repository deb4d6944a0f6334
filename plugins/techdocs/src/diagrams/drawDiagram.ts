import type { ThemeMode } from './ThemeMode';

/** Draws the source of a diagram as SVG. Throws where it is no diagram, or too large a one. */
export type DrawDiagram = (options: {
  source: string;
  mode: ThemeMode;
}) => Promise<string>;

/** Fonts of the machine: a picture has no others, and would be wider or narrower than it was measured. */
const FONT = 'arial, helvetica, sans-serif';

const configOf = (mode: ThemeMode): Record<string, unknown> => ({
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  theme: mode === 'dark' ? 'dark' : 'default',
  fontFamily: FONT,
  htmlLabels: false,
  flowchart: { htmlLabels: false },
  maxTextSize: 50_000,
  maxEdges: 500,
  // What a diagram may not set for itself.
  secure: [
    'secure',
    'securityLevel',
    'startOnLoad',
    'suppressErrorRendering',
    'maxTextSize',
    'maxEdges',
    'themeCSS',
    'fontFamily',
    'altFontFamily',
    'dompurifyConfig',
    'htmlLabels',
  ],
});

let drawn = 0;

/** Draws with Mermaid, which is loaded when the first diagram comes. */
export const drawDiagram: DrawDiagram = async ({ source, mode }) => {
  const { default: mermaid } = await import('mermaid/dist/mermaid.core.mjs');
  mermaid.initialize(configOf(mode));
  // Where Mermaid measures texts: laid out, but not seen, and moving nothing.
  const bench = document.createElement('div');
  bench.style.cssText =
    'position:absolute;left:-10000px;top:0;width:800px;visibility:hidden;';
  bench.setAttribute('aria-hidden', 'true');
  document.body.append(bench);
  try {
    drawn += 1;
    const { svg } = await mermaid.render(
      `docs-diagram-${drawn}`,
      source,
      bench,
    );
    return svg;
  } finally {
    bench.remove();
  }
};
