import {
  type CatalogProcessorParser,
  parseEntityYaml,
} from '@backstage/plugin-catalog-node';
import type { TemplateFaults } from './TemplateFaults';

/** Reads entities from the YAML or JSON of a location, unless a module has set another parser. */
export function createEntityParser(options: {
  faults: TemplateFaults;
}): CatalogProcessorParser {
  return async function* parse({ data, location }) {
    options.faults.note({ text: data.toString('utf8'), location });
    yield* parseEntityYaml(data, location);
  };
}
