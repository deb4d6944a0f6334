import type { PlaceholderResolver } from '@backstage/plugin-catalog-node';
import { parseAllDocuments } from 'yaml';
import { readPlaceholderTarget } from './readPlaceholderTarget';

/** `$text`, `$json` and `$yaml`. */
export const defaultPlaceholderResolvers: Record<string, PlaceholderResolver> =
  {
    text: params => readPlaceholderTarget(params),

    json: async params => {
      const content = await readPlaceholderTarget(params);
      try {
        return JSON.parse(content);
      } catch (error) {
        throw new Error(
          `Placeholder $${params.key} failed to parse JSON data at ${params.value}, ${error}`,
        );
      }
    },

    yaml: async params => {
      const content = await readPlaceholderTarget(params);
      const documents = parseYaml({ ...params, content });
      if (documents.length !== 1) {
        throw new Error(
          `Placeholder $${params.key} expected to find exactly one document of data at ${params.value}, found ${documents.length}`,
        );
      }
      const [document] = documents;
      if (document.errors.length > 0) {
        throw new Error(
          `Placeholder $${params.key} found an error in the data at ${params.value}, ${document.errors[0]}`,
        );
      }
      return document.toJSON();
    },
  };

function parseYaml(options: { key: string; value: unknown; content: string }) {
  try {
    // Merge keys stay off: with them a small document can become a huge entity.
    return [...parseAllDocuments(options.content, { merge: false })];
  } catch (error) {
    throw new Error(
      `Placeholder $${options.key} failed to parse YAML data at ${options.value}, ${error}`,
    );
  }
}
