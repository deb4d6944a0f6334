export { audited } from './audited';
export { jsonBody } from './jsonBody';
export { readInput } from './readInput';
export { requirePermission } from './requirePermission';
