import { hydrateRoot } from 'react-dom/client';
import { Shop } from './pages/Shop';

hydrateRoot(
  document.getElementById('root')!,
  <Shop path={location.pathname} />,
);
