import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router-dom';
import { RunPage } from './RunPage';
import type { TemplateOutputs } from './RunOutputs';

/** A run has the portal's own page; everything else below the address is stock's. */
export function TasksRoutes(props: {
  stock: ReactNode;
  templateOutputs?: TemplateOutputs[];
}) {
  const { stock, templateOutputs } = props;
  return (
    <Routes>
      <Route
        path=":taskId"
        element={<RunPage templateOutputs={templateOutputs} />}
      />
      <Route path="*" element={stock} />
    </Routes>
  );
}
