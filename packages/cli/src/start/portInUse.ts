import type { Problem } from '../problems/Problem';

/** Says that another program has the port, and how to find it. */
export function portInUse(options: { host: string; port: number }): Problem {
  const { host, port } = options;
  return {
    code: 'port',
    problem: `port ${port} is in use`,
    where: `${host}:${port}`,
    cause: 'another program, perhaps another portal, listens there',
    remedy: `stop that program (\`ss -ltnp 'sport = :${port}'\` names it), or choose another port: npm start -- --port ${
      port + 1
    }`,
  };
}
