import {
  type CatalogProcessorParser,
  parseEntityYaml,
} from '@backstage/plugin-catalog-node';

/** Reads entities from the YAML or JSON of a location, unless a module has set another parser. */
export const parseEntityData: CatalogProcessorParser = async function* parse({
  data,
  location,
}) {
  yield* parseEntityYaml(data, location);
};
