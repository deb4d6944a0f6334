import type { CatalogModel } from '@backstage/catalog-model/alpha';

/** Describes a model in Markdown, for agents. */
export function describeModel(model: CatalogModel): string {
  const { annotations, labels, tags } = model.getMetadata();
  return `# Catalog Model

The software catalog contains a few key concepts:

* Entities
  * rich objects of various kinds, with different schemas
  * can have relations between each other
* Locations
  * registered as pairs of type and target
  * typically URLs that the catalog keeps track of

## Entities

The catalog contains entities of different kinds. Every entity is an object with the
fields "kind", "apiVersion", "metadata", and optionally "spec" and "relations".

Queries of the catalog address fields in dot path notation, e.g. "metadata.name".
To query how entities are related, prefer relations over spec fields, e.g. the special
syntax "relations.ownedBy" instead of "spec.owner".

The unique key of an entity is its entity reference (entity ref for short), of the form
"kind:namespace/name", e.g. "component:default/my-service". Entity references are always
lowercased in the "en-US" locale.

## Entity Metadata field

The "metadata" field has the same static schema on all entities. Some common fields there are:

* "name": The name of the entity. At any time it is unique among the entities of its kind in its namespace. It is part of the technical identifier of the entity, and so appears in URLs, database tables and entity references, and there are rules for the characters it may have. For a name to show to people, with fewer rules, see "title".
* "namespace" (default value: "default"): The namespace that the entity belongs to.
* "uid": A globally unique ID of the entity. It is set by the catalog, which rejects attempts to set it, and is there in what is read. It may be given when updating or deleting, but the catalog may refuse requests that would break its semantics.
* "etag": An opaque string that changes with every update of any part of the entity, metadata included. It is set by the catalog, which rejects attempts to set it, and is there in what is read. Where it is given when updating or deleting, the catalog refuses the operation if it is not the current one.
* "title": A name of the entity for people, shown instead of the name where there is one, since a name can be cumbersome or overly technical. It has fewer rules and may contain special characters. It should be very short, and not be mistaken for the name or title of another entity. It is only for display: entity references use the name.
* "description": A short (typically relatively few words, on one line) description of the entity.
* "annotations": A map of annotations on the entity.
* "labels": A map of labels on the entity.
* "tags": A list of tags on the entity.
* "links": A list of links on the entity.

${describeMetadata('Annotation', annotations)}
${describeMetadata('Label', labels)}
${describeMetadata('Tag', tags)}

## Entity Kinds

The model contains the following entity kinds:

${describeKinds(model)}

## Entity Relations

The model contains the following entity relations:

${describeRelations(model)}
`;
}

function describeMetadata(
  what: string,
  items: { name: string; title?: string; description: string }[],
): string {
  return items
    .map(
      ({ name, title, description }) =>
        `### ${what} "${name}"${title ? `: ${title}` : ''}\n\n${description}\n`,
    )
    .join('\n');
}

function describeKinds(model: CatalogModel): string {
  return model
    .listKinds()
    .map(({ names, versions, description }) => {
      const lines = versions.map(
        ({ apiVersion, specType }) =>
          `  * apiVersion: "${apiVersion}"${
            specType ? ` (spec.type: "${specType}")` : ''
          }`,
      );
      return `### Entity Kind "${names.kind}"

* Singular in text: "${names.singular}"
* Plural in text: "${names.plural}"
* Versions:
${lines.join('\n')}

${description}
`;
    })
    .join('\n');
}

function describeRelations(model: CatalogModel): string {
  return model
    .listRelations()
    .map(
      ({ forward, reverse, description }) =>
        `### Relation "${forward.type}": ${forward.title}

* Reverse type: "${reverse.type}": ${reverse.title}

${description}
`,
    )
    .join('\n');
}
