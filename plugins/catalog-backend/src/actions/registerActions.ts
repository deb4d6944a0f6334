import type { ActionOptions } from './ActionOptions';
import { registerDescribeModel } from './registerDescribeModel';
import { registerGetEntity } from './registerGetEntity';
import { registerQueryEntities } from './registerQueryEntities';
import { registerRefreshEntity } from './registerRefreshEntity';
import { registerRegisterEntity } from './registerRegisterEntity';
import { registerUnregisterEntity } from './registerUnregisterEntity';
import { registerValidateEntity } from './registerValidateEntity';

/** Registers what agents may do with the catalog. */
export function registerActions(options: ActionOptions): void {
  registerDescribeModel(options);
  registerGetEntity(options);
  registerValidateEntity(options);
  registerRegisterEntity(options);
  registerUnregisterEntity(options);
  registerQueryEntities(options);
  registerRefreshEntity(options);
}
