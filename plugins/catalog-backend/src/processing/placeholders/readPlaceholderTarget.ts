import {
  type PlaceholderResolverParams,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { assertSameRepository } from './assertSameRepository';

/** Reads the text that a placeholder names, and has the entity refreshed along with it. Throws for what is no URL or unreadable. */
export async function readPlaceholderTarget(
  params: PlaceholderResolverParams,
): Promise<string> {
  const url = urlOf(params);
  let content: string;
  try {
    content = (await params.read(url)).toString('utf-8');
  } catch (error) {
    throw new Error(
      `Placeholder $${params.key} could not read location ${params.value}, ${error}`,
    );
  }
  params.emit(processingResult.refresh(`url:${url}`));
  return content;
}

function urlOf(params: PlaceholderResolverParams): string {
  const { key, value, baseUrl, resolveUrl } = params;
  if (typeof value !== 'string') {
    throw new Error(
      `Placeholder $${key} expected a string value parameter, in the form of an absolute URL or a relative path`,
    );
  }
  try {
    const url = resolveUrl(value, baseUrl);
    assertSameRepository({ url, baseUrl });
    return url;
  } catch (error) {
    throw new Error(
      `Placeholder $${key} could not form a URL out of ${baseUrl} and ${value}, ${error}`,
    );
  }
}
