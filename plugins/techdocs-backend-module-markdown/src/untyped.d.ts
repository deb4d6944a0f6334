// Libraries that come without types, as far as they are used here.
declare module 'markdown-it-abbr' {
  const plugin: import('markdown-it').PluginSimple;
  export default plugin;
}
declare module 'markdown-it-deflist' {
  const plugin: import('markdown-it').PluginSimple;
  export default plugin;
}
declare module 'markdown-it-emoji' {
  export const full: import('markdown-it').PluginSimple;
}
declare module 'markdown-it-footnote' {
  const plugin: import('markdown-it').PluginSimple;
  export default plugin;
}
declare module 'markdown-it-mark' {
  const plugin: import('markdown-it').PluginSimple;
  export default plugin;
}
declare module 'markdown-it-sub' {
  const plugin: import('markdown-it').PluginSimple;
  export default plugin;
}
declare module 'markdown-it-sup' {
  const plugin: import('markdown-it').PluginSimple;
  export default plugin;
}
declare module 'markdown-it-task-lists' {
  const plugin: import('markdown-it').PluginWithOptions<{ label?: boolean }>;
  export default plugin;
}

declare module 'git-url-parse' {
  export default function gitUrlParse(url: string): { filepathtype: string };
}

// The types of highlight.js describe it under its own name only.
declare module 'highlight.js-v11' {
  const hljs: {
    getLanguage(name: string): unknown;
    registerLanguage(name: string, definition: () => object): void;
    highlight(
      code: string,
      options: { language: string; ignoreIllegals?: boolean },
    ): { value: string };
  };
  export default hljs;
}
