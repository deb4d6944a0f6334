import { controlRoutes } from './controlRoutes';

const address = (path: string) => `/_sandbox${path.replace(/:(\w+)/g, '{$1}')}`;

/** What the control API can do, as JSON. */
export function describeControl() {
  return {
    description:
      'The control API of the GitHub sandbox. Send its token as `Authorization: Bearer …`.',
    routes: controlRoutes.map(({ method, path, summary, example }) => ({
      method,
      path: address(path),
      summary,
      ...(example && { example }),
    })),
  };
}

/** The same as a text for people. */
export function describeControlAsText(): string {
  const { description, routes } = describeControl();
  return [
    description,
    '',
    ...routes.flatMap(({ method, path, summary, example }) => [
      `${method} ${path}`,
      `    ${summary}`,
      ...(example ? [`    ${example}`] : []),
    ]),
    '',
  ].join('\n');
}
