import type { Explanation } from '@callboard/plugin-access-common';
import { wrap } from '../text/wrap';

const ANSWERS: Record<Explanation['result'], string> = {
  allow: 'Allowed',
  deny: 'Denied',
  conditional: 'Allowed under conditions',
};

/** An explanation as lines of text. */
export function formatExplanation(options: {
  explanation: Explanation;
  /** Of the terminal. */
  width: number;
}): string[] {
  const { explanation, width } = options;
  const { user, permission, entity, because, change, roles } = explanation;
  const about = entity ? ` on ${entity}` : '';
  const section = (title: string, lines: string[]) =>
    lines.length > 0
      ? [
          '',
          title,
          ...lines.flatMap(text =>
            wrap({ text, indent: '    ', columns: width }).map((line, index) =>
              index === 0 ? `  - ${line.slice(4)}` : line,
            ),
          ),
        ]
      : [];
  return [
    `${ANSWERS[explanation.result]}: ${user} ${permission.name}${about}`,
    ...section('Because', because),
    ...section(
      'Roles',
      roles.map(({ role, path }) => `${role}, through ${path.join(' > ')}`),
    ),
    ...section('What would change it', change),
  ];
}
