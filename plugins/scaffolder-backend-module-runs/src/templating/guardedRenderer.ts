import type { TemplateRenderer, TemplateRenderLimits } from 'nunjitsu';
import { refusing } from './refusing';
import { TemplateGuardError } from './TemplateGuardError';
import { withinTime } from './withinTime';

/** Half the work and a quarter of the output that the renderer would allow: about a second. */
const LIMITS: Partial<TemplateRenderLimits> = {
  workUnits: 500_000,
  outputCodeUnits: 4 * 1024 * 1024,
};

/** How a regular expression is written in a template; there is no other way to get one. */
const REGEX = 'r/';

/** Not worth counting. */
const QUICK_MS = 20;

/**
 * A renderer whose expressions end. What goes beyond the limits throws from `render`. From `renderValue`, whose errors stock's runner
 * swallows, it gives a value that throws the error when it is looked at.
 */
export function guardedRenderer(options: {
  renderer: TemplateRenderer;
  /** For one text with a regular expression, which counts as no work whatever it does. In milliseconds. */
  regexMs: number;
  /** For all texts together of which each takes more than 20 ms. In milliseconds. */
  slowMs: number;
}): TemplateRenderer {
  const { renderer } = options;
  const within = createLimit(options);
  return Object.freeze({
    prepareContext: renderer.prepareContext,
    render: (source, context, given) =>
      within(source, () => renderer.render(source, context, withLimits(given))),
    renderValue: (source, context, given) => {
      try {
        return within(source, () =>
          renderer.renderValue(source, context, withLimits(given)),
        );
      } catch (error) {
        if (isLimit(error)) return refusing(error);
        throw error;
      }
    },
  } satisfies TemplateRenderer);
}

function withLimits<T extends { limits?: Partial<TemplateRenderLimits> }>(
  options?: T,
) {
  return { ...options, limits: { ...LIMITS, ...options?.limits } };
}

function createLimit(options: { regexMs: number; slowMs: number }) {
  const { regexMs, slowMs } = options;
  let leftMs = slowMs;
  return <T>(source: string, render: () => T): T => {
    if (leftMs <= 0) {
      throw new TemplateGuardError(
        `The expressions of this step took longer than ${slowMs} ms together`,
      );
    }
    const started = performance.now();
    try {
      if (!String(source).includes(REGEX)) return render();
      const limitMs = Math.ceil(Math.min(regexMs, leftMs));
      const result = withinTime({ limitMs, run: render });
      if (result.outcome === 'done') return result.value;
      throw new TemplateGuardError(
        `An expression with a regular expression took longer than ${limitMs} ms and was ended`,
      );
    } finally {
      const tookMs = performance.now() - started;
      if (tookMs > QUICK_MS) leftMs -= tookMs;
    }
  };
}

function isLimit(error: unknown): error is Error {
  return (
    error instanceof Error &&
    (error.name === 'TemplateLimitError' || error instanceof TemplateGuardError)
  );
}
