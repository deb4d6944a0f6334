import { ConfigReader } from '@backstage/config';
import type { Problem } from '../problems/Problem';
import type { ConfigLayer } from './ConfigLayer';
import { locateKey } from './locateKey';

/** The schema says that a base URL is a string; what it must look like is checked here. */
export async function baseUrlProblems(
  layers: ConfigLayer[],
): Promise<Problem[]> {
  const config = ConfigReader.fromConfigs(
    layers.map(({ name, data }) => ({ context: name, data })),
  );
  const problems: Problem[] = [];
  for (const key of ['app.baseUrl', 'backend.baseUrl']) {
    const url = config.getOptionalString(key);
    if (!url || !/^https?:\/\//.test(url) || !URL.canParse(url)) {
      problems.push({
        problem: `${key} is not a URL`,
        where: await locateKey({ segments: key.split('.'), layers }),
        remedy:
          'set it, or CALLBOARD_BASE_URL, to what people type into the browser, for example https://portal.example.com',
      });
    }
  }
  return problems;
}
