export {
  askPlugin,
  type PluginApis,
  type PluginQuestion,
} from './api/askPlugin';
export { causeOf } from './data/causeOf';
export { statusOf } from './data/statusOf';
export { useAction } from './data/useAction';
export { usePolled, type Polled } from './data/usePolled';
export { CopyButton } from './parts/CopyButton';
export { Disclosure } from './parts/Disclosure';
export { fieldClass } from './parts/fieldClass';
export { Lines } from './parts/Lines';
export { MiddleTruncated } from './parts/MiddleTruncated';
export { Notice } from './parts/Notice';
export { OutLink } from './parts/OutLink';
export { Panel } from './parts/Panel';
export { plural } from './parts/plural';
export { Problem } from './parts/Problem';
export { StatusIcon, type ShownStatus } from './parts/StatusIcon';
export { Ago } from './time/Ago';
export { relativeTime } from './time/relativeTime';
export { useTick } from './time/useTick';
