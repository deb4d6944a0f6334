/** A refusal. git shows the text to its user, after `remote: `. A 401 asks for a credential. */
export function gitText(options: { status: number; text: string }): Response {
  const { status, text } = options;
  return new Response(`${text}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      ...(status === 401 && {
        'www-authenticate': 'Basic realm="GitHub"',
      }),
    },
  });
}
