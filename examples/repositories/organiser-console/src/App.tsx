import { Devices } from './entry/Devices';
import { Listings } from './listings/Listings';

const SCREENS = { listings: Listings, devices: Devices };

export type Screen = keyof typeof SCREENS;

export function App({ screen }: { screen: Screen }) {
  const Current = SCREENS[screen];
  return <Current />;
}
