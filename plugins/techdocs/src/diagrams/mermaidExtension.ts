import { AddonBlueprint } from '@backstage/plugin-techdocs-react/alpha';
import { MermaidAddon } from './MermaidAddon';

/** Diagrams in the reader and in the docs of an entity. */
export const mermaidExtension = AddonBlueprint.make({
  name: 'mermaid',
  params: {
    name: 'Mermaid',
    location: 'Content',
    component: MermaidAddon,
  },
});
