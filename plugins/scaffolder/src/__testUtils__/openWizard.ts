import type { Entity } from '@backstage/catalog-model';
import { createBackend } from './createBackend';
import { renderCreate } from './renderCreate';

const PATH = '/create/templates/default/node-app';

const TEMPLATE: Entity = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: {
    name: 'node-app',
    namespace: 'default',
    annotations: {
      'backstage.io/managed-by-location':
        'url:https://github.com/acme/templates/blob/main/node/template.yaml',
    },
  },
  spec: {
    type: 'service',
    steps: [
      { id: 'fetch', action: 'fetch:template', input: { url: './skeleton' } },
      {
        id: 'own',
        action: 'fetch:plain',
        input: { url: '${{ parameters.ci }}' },
      },
      { id: 'publish', action: 'publish:github', input: {} },
    ],
  },
};

/** A page of a form with these properties. */
const page = (properties: object) => ({
  title: 'Page',
  schema: { title: 'Page', type: 'object', properties },
});

/** A form with two secrets, and with a field and a widget that the portal does not have. */
export const MANIFEST = {
  title: 'Node app',
  description: 'Makes a **service**',
  steps: [
    page({
      name: { title: 'Name', type: 'string' },
      apiKey: { title: 'API key', type: 'string', 'ui:widget': 'password' },
      token: { title: 'Token', type: 'string', 'ui:field': 'Secret' },
      cluster: { title: 'Cluster', 'ui:field': 'GSClusterPicker' },
      size: { title: 'Size', type: 'string', 'ui:widget': 'slider' },
    }),
  ],
};

/** Renders the form of a template of which the backend gives this manifest. */
export const openWizard = (manifest: unknown = MANIFEST) => {
  const backend = createBackend();
  backend.api.getTemplateParameterSchema.mockResolvedValue(manifest as never);
  renderCreate({ path: PATH, backend, entities: [TEMPLATE] });
  return backend;
};
