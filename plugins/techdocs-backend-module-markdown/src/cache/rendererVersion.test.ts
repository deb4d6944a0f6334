import { createHash } from 'node:crypto';
import { createMarkdown } from '../markdown/createMarkdown';
import { renderPage } from '../markdown/renderPage';
import manifest from '../../package.json';
import { RENDERER_VERSION } from './rendererVersion';

// Something of everything: a change of how it comes out has to come with another version.
const HTML = `# T {#t .x}

a <b onclick="x">b</b> ![k](l.png){ width=3 } :octicons-alert-16:{ .lg }

| w |
|:-:|
| 1 |
{: .y }

<div markdown>
*m*
</div>
`;
const MARKDOWN = `# T

a *b* **c** ~~d~~ ==e== ^^f^^ ++ctrl+c++ {++g++} :smile: :material-account: (c) \`#!py import h\`
[i](j.md) ![k](l.png) https://x.example[^1] API

!!! note "n"
    o

??? tip
    p

=== "q"
    r

===+ "s"
    t

> [!NOTE]
> u

/// details | u
v
///

\`\`\`yaml title="v" hl_lines="1" linenums="3"
a: 1
\`\`\`

\`\`\`mermaid
A-->B
\`\`\`

| w |
|:-:|
| 1 |

- [x] z

term
:   definition

    indented

[^1]: note

*[API]: Interface
`;

it('is that of pages as they come out now', () => {
  // One that is sanitised, and one that need not be.
  const pages = [HTML, MARKDOWN].map(text =>
    renderPage({
      markdown: createMarkdown(),
      text,
      iframeHosts: [],
      resolveLink: href => `[${href}]`,
      report: () => {},
    }),
  );
  const libraries = Object.entries(manifest.dependencies).filter(([name]) =>
    /^(?:markdown-it|highlight|sanitize-html|@iconify)/.test(name),
  );
  const version = createHash('sha256')
    .update(JSON.stringify([pages, libraries]))
    .digest('hex')
    .slice(0, 16);
  // When it differs, write the value that was expected here into rendererVersion.ts.
  expect(RENDERER_VERSION).toBe(version);
});
