import { toError } from '@backstage/errors';
import type { DrawDiagram } from './drawDiagram';
import type { ThemeMode } from './ThemeMode';
import { toPicture } from './toPicture';

/** As Callboard and MkDocs write diagrams. */
const SOURCES = 'pre.mermaid, div.mermaid';
const MODE = 'data-diagram-mode';

/**
 * Shows each diagram of a page as a picture, with its source folded below; one that cannot be drawn as its source, with the reason
 * above. Diagrams that are shown in another mode are drawn anew.
 *
 * @returns when all are shown, or `isCurrent` says that it is for nothing.
 */
export async function showDiagrams(options: {
  root: ParentNode;
  mode: ThemeMode;
  draw: DrawDiagram;
  /** Whether the page is still the one that is shown, in this mode. */
  isCurrent: () => boolean;
}): Promise<void> {
  const { root, mode, draw, isCurrent } = options;
  for (const element of root.querySelectorAll<HTMLElement>(SOURCES)) {
    const figure = figureOf(element);
    if (figure.getAttribute(MODE) === mode) continue;
    const source = (element.querySelector('code') ?? element).textContent ?? '';
    let shown: HTMLElement;
    let hasFailed = false;
    try {
      shown = pictureOf(toPicture({ svg: await draw({ source, mode }) }));
    } catch (error) {
      shown = reasonOf(toError(error));
      hasFailed = true;
    }
    if (!isCurrent()) return;
    figure.querySelector('[data-shown]')?.remove();
    shown.dataset.shown = '';
    figure.prepend(shown);
    figure.setAttribute(MODE, mode);
    if (hasFailed) figure.querySelector('details')!.open = true;
  }
}

/** The figure around a source, made where there is none yet. */
function figureOf(element: HTMLElement): HTMLElement {
  const present = element.closest<HTMLElement>('figure[data-diagram]');
  if (present) return present;
  const figure = document.createElement('figure');
  figure.dataset.diagram = '';
  figure.style.cssText = 'margin:1em 0;max-width:100%;';
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'Source of the diagram';
  element.replaceWith(figure);
  details.append(summary, element);
  figure.append(details);
  return figure;
}

function pictureOf(picture: ReturnType<typeof toPicture>): HTMLElement {
  const image = document.createElement('img');
  image.src = picture.src;
  image.width = picture.width;
  image.height = picture.height;
  image.alt = picture.title ?? 'Diagram. Its source is below.';
  image.style.cssText = 'max-width:100%;height:auto;';
  return image;
}

function reasonOf(error: Error): HTMLElement {
  const reason = document.createElement('p');
  reason.setAttribute('role', 'alert');
  reason.textContent = `This diagram could not be drawn: ${error.message}`;
  reason.style.cssText = 'white-space:pre-wrap;overflow-wrap:anywhere;';
  return reason;
}
