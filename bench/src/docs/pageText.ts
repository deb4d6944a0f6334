import path from 'node:path';

const WORDS =
  'service request queue retry deploy region cluster metric alert owner team budget secret token build release branch review rollout health'.split(
    ' ',
  );

/** The text of one page: some 5 kB of headings, paragraphs, lists, tables, admonitions, tabs, notes and code. */
export function pageText(options: {
  number: number;
  docPath: string;
  docPaths: string[];
}): string {
  const { number, docPath, docPaths } = options;
  let seed = number * 7919 + 1;
  const word = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return WORDS[seed % WORDS.length];
  };
  const sentence = (length: number) =>
    `The ${Array.from({ length }, word).join(' ')}.`;
  const paragraph = () =>
    Array.from({ length: 5 }, () => sentence(12)).join(' ');
  const target = docPaths[(number * 13 + 1) % docPaths.length];
  const link = path.posix.relative(path.posix.dirname(docPath), target);
  const part = (n: number) => `## Part ${n} of ${word()} ${word()}

${paragraph()} See [another page](${link}) and \`${word()}.${word()}\`.

- **${word()}**: ${sentence(8)}
- *${word()}*: ${sentence(8)}
    - ${sentence(6)}

${paragraph()}
`;
  return `# Page ${number}

${paragraph()}

!!! note "About ${word()}"
    ${sentence(14)}

${part(1)}
| name | value | meaning |
| ---- | :---: | ------- |
${Array.from(
  { length: 6 },
  (_, i) => `| ${word()} | ${i} | ${sentence(5)} |`,
).join('\n')}

\`\`\`yaml title="config.yml"
${Array.from(
  { length: 10 },
  (_, i) => `${word()}_${i}:\n  ${word()}: ${i}\n  name: "${word()}"`,
).join('\n')}
\`\`\`

${part(2)}
??? warning "When ${word()} fails"
    ${sentence(12)}

    1. ${sentence(6)}
    2. ${sentence(6)}

=== "Shell"
    \`\`\`bash
    export REGION=${word()}
    for name in ${word()} ${word()}; do
      kubectl get pods -l app=$name # ${word()}
    done
    \`\`\`

=== "Python"
    \`\`\`python hl_lines="2"
    def ${word()}(value: int) -> str:
        """${sentence(5)}"""
        return f"{value} ${word()}"
    \`\`\`

${part(3)}
- [x] ${sentence(5)}
- [ ] ${sentence(5)}

${word()}
:   ${sentence(8)}

${sentence(8)}[^1] ==${word()}== ~~${word()}~~ H~2~O :smile:

[^1]: ${sentence(6)}
`;
}
