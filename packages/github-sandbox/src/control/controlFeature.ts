import type { Feature } from '../Feature';
import { createControlRouter } from './createControlRouter';

/** `/_sandbox`: what tests and the command line use to look into the sandbox and to steer it. */
export const controlFeature: Feature = {
  name: 'control',
  mount({ app, sandbox, controlToken }) {
    app.route('/_sandbox', createControlRouter({ sandbox, controlToken }));
  },
};
