import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router-dom';
import { WizardPage } from './WizardPage';

/** The form of a template is the portal's own; the list of templates is stock's. */
export function TemplatesRoutes(props: {
  stock: ReactNode;
  theme: 'mui' | 'bui';
}) {
  const { stock, theme } = props;
  return (
    <Routes>
      <Route
        path=":namespace/:templateName"
        element={<WizardPage theme={theme} />}
      />
      <Route path="*" element={stock} />
    </Routes>
  );
}
