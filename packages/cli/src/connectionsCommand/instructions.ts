import type { AppCreationForm } from '@callboard/plugin-connections-common';

/** What the person at the terminal does next, line by line. */
export function instructions(options: {
  form: AppCreationForm;
  page: string;
  target: { host: string; organization?: string };
  baseUrl: string;
  /** Where the portal answers, if it runs. */
  running: string | undefined;
}): string[] {
  const { form, page, target, baseUrl, running } = options;
  const { host, organization } = target;
  return [
    `A GitHub App on ${host} for ${
      organization ?? 'your own account (--organization names an organisation)'
    }, with these permissions and no others:`,
    '',
    ...form.permissions.map(
      ({ permission, level, neededBy }) =>
        `  ${permission}: ${level} (${neededBy.join(', ')})`,
    ),
    '',
    `1. Open this page in a browser; copy it to a machine that has one: ${page}`,
    ...(running
      ? [
          `   The portal runs: ${baseUrl}/connections/new-app does the same without this command.`,
        ]
      : []),
    `2. Say yes on ${host}. It sends the browser to ${baseUrl}/connections/app-created, which need not load here.`,
    '3. Paste the address of that page here. It is good for an hour, and once.',
  ];
}
