import '@backstage/cli/asset-types';
import ReactDOM from 'react-dom/client';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@backstage/ui/css/styles.css';
import './theme/global.css';
import { installTokens } from './theme/installTokens';
import App from './App';

installTokens({
  document,
  storedMode: localStorage.getItem('theme'),
  systemIsDark: matchMedia('(prefers-color-scheme: dark)').matches,
});

ReactDOM.createRoot(document.getElementById('root')!).render(App.createRoot());
