export { checkTemplate } from './checkTemplate';
export { keyOf } from './keyOf';
export type { KnownAction, KnownActions } from './KnownActions';
export { positionOf } from './position/positionOf';
export { jsonPointer } from './schema/jsonPointer';
export { rejectedTemplates } from './schema/rejectedTemplates';
export { schemaFindings, type SchemaFinding } from './schema/schemaFindings';
export type { TemplateFinding, TemplateRule } from './TemplateFinding';
