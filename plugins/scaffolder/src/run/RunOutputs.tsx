import type { ComponentType } from 'react';
import type { ScaffolderTaskOutput } from '@backstage/plugin-scaffolder-common';
import { DefaultTemplateOutputs } from '@backstage/plugin-scaffolder-react/alpha';
import { Guarded } from '../parts/Guarded';

/** A component that shows what the runs of certain templates give, as plugins register it. */
export interface TemplateOutputs {
  /** Refs of the templates. */
  templateRefs: string[];
  component: ComponentType<{ output?: ScaffolderTaskOutput }>;
}

/** What a run gave: its links and texts, drawn by stock's component or by the one that is registered for the template. */
export function RunOutputs(props: {
  output?: ScaffolderTaskOutput;
  templateRef?: string;
  registered?: TemplateOutputs[];
}) {
  const { output, templateRef = '', registered = [] } = props;
  const Component =
    registered.find(({ templateRefs }) => templateRefs.includes(templateRef))
      ?.component ?? DefaultTemplateOutputs;
  if (!output) return null;
  return (
    <Guarded what="What the run gave">
      <Component output={output} />
    </Guarded>
  );
}
