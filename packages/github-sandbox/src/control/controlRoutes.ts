import type { ControlRoute } from './ControlRoute';
import { alertRoutes } from './routes/alertRoutes';
import { clockRoutes } from './routes/clockRoutes';
import { faultRoutes } from './routes/faultRoutes';
import { organisationRoutes } from './routes/organisationRoutes';
import { requestRoutes } from './routes/requestRoutes';
import { scanningRoutes } from './routes/scanningRoutes';
import { stateRoutes } from './routes/stateRoutes';
import { tokenRoutes } from './routes/tokenRoutes';

/** Everything that the control API can do, but for `GET /_sandbox`, which lists it. */
export const controlRoutes: ControlRoute[] = [
  ...requestRoutes,
  ...faultRoutes,
  ...clockRoutes,
  ...stateRoutes,
  ...tokenRoutes,
  ...alertRoutes,
  ...scanningRoutes,
  ...organisationRoutes,
];
