export { registerValidateCommand } from './registerValidateCommand';
export { validatePaths } from './validatePaths';
export type {
  Problem,
  ProblemRule,
  SkippedFile,
  ValidationReport,
} from './ValidationReport';
