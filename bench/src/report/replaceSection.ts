/** Gives the section `## title` of a Markdown text a new body, or adds the section at the end. */
export function replaceSection(options: {
  text: string;
  title: string;
  body: string;
}): string {
  const { text, title, body } = options;
  const [introduction, ...sections] = text.split(/^(?=## )/m);
  const heading = `## ${title}\n`;
  const section = `${heading}\n${body.trim()}\n`;
  const replaced = sections.some(existing => existing.startsWith(heading))
    ? sections.map(existing =>
        existing.startsWith(heading) ? section : existing,
      )
    : [...sections, section];
  return [introduction, ...replaced].map(part => `${part.trim()}\n`).join('\n');
}
