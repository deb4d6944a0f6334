import { stringifyLocationRef } from '@backstage/catalog-model';
import {
  type CatalogProcessorParser,
  parseEntityYaml,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { rejectedTemplates } from '@callboard/template-check';

/**
 * Reads entities from the YAML or JSON of a location, unless a module has set another parser.
 *
 * A software template that will be rejected is passed on all the same, so that its last good version stays; beside it goes
 * an error that says where in the file the fault is, which the processor that rejects the entity cannot know.
 */
export const parseEntityData: CatalogProcessorParser = async function* parse({
  data,
  location,
}) {
  yield* parseEntityYaml(data, location);
  const text = data.toString('utf8');
  const file = stringifyLocationRef(location);
  for (const message of rejectedTemplates({ text, file })) {
    yield processingResult.inputError(location, message);
  }
};
