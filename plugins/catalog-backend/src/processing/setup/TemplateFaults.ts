import { type Entity, stringifyLocationRef } from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import { rejectedTemplates } from '@callboard/template-check';

/** So many files: far more than are wrong at once. */
const MOST = 1_000;

/**
 * Where in its file a software template is wrong. Whoever rejects an entity has only its data, so what the text says is noted when the file
 * is read, and asked for when the entity is rejected.
 */
export class TemplateFaults {
  /** By file, then by name of the template. */
  readonly #byFile = new Map<string, Map<string, string>>();

  /** Notes the faults of the templates in a file, and forgets those that it had before. */
  note(options: { text: string; location: LocationSpec }): void {
    const { text, location } = options;
    const file = stringifyLocationRef(location);
    const rejected = rejectedTemplates({ text, file });
    this.#byFile.delete(file);
    if (rejected.length === 0) return;
    this.#byFile.set(
      file,
      new Map(rejected.map(({ name, message }) => [name, message])),
    );
    if (this.#byFile.size > MOST) {
      this.#byFile.delete(this.#byFile.keys().next().value!);
    }
  }

  /** `url:https://…/template.yaml:31:9 spec.steps[1].action: …`, where it is known. */
  of(options: { entity: Entity; location: LocationSpec }): string | undefined {
    const { entity, location } = options;
    return entity.kind === 'Template'
      ? this.#byFile
          .get(stringifyLocationRef(location))
          ?.get(entity.metadata.name)
      : undefined;
  }
}
