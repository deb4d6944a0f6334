export { homeModule as default, homeModule } from './homeModule';
export {
  OPEN_PALETTE_EVENT,
  type OpenPaletteDetail,
} from './search/openPalette';
