import techdocs from '@backstage/plugin-techdocs/alpha';
import { docsExtensions } from '@callboard/plugin-techdocs';

/** The docs of stock, which show how far a first build is, and diagrams. */
export const docs = techdocs.withOverrides({ extensions: docsExtensions });
