import './keepCompiled';
import './dialRecorder';
import { createPortalBackend } from 'backend';
import { catalogRecorder } from './catalogRecorder';
import { readTestConfig } from './configFeature';

/** The portal's own backend, with nothing but a recorder added. */
const backend = createPortalBackend({ config: readTestConfig() });
backend.add(catalogRecorder);
backend.start();
