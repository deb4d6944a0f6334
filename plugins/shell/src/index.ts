export { shellModule as default } from './shellModule';
