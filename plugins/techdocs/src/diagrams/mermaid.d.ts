/**
 * The part of Mermaid that is used. Its own declarations bring newer libraries of TypeScript into the whole repository, by way of
 * type-fest's `reference lib="esnext"`.
 */
declare module 'mermaid/dist/mermaid.core.mjs' {
  const mermaid: {
    initialize(config: Record<string, unknown>): void;
    /** Draws `source` as SVG, and measures texts in `container`. */
    render(
      id: string,
      source: string,
      container: Element,
    ): Promise<{ svg: string }>;
  };
  export default mermaid;
}
