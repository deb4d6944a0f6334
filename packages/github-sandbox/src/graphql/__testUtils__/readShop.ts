import type { startTestSandbox } from '../../testing/startTestSandbox';
import { runQuery } from './runQuery';

/** Asks for fields of the repository `acme/shop`, and fails where that gives errors. */
export async function readShop(options: {
  sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
  fields: string;
  as?: 'olivia' | 'mel' | 'oscar';
}) {
  const { sandbox, fields, as } = options;
  const { body } = await runQuery(sandbox, {
    query: `{ repository(owner: "acme", name: "shop") { ${fields} } }`,
    as,
  });
  if (body.errors) throw new Error(JSON.stringify(body.errors));
  return body.data.repository;
}
