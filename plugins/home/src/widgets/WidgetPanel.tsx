import { cloneElement, type ComponentProps, type ComponentType } from 'react';
import { Panel } from '../panel/Panel';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import styles from './WidgetPanel.module.css';

type Widget = HomePageLayoutProps['widgets'][number];

/** What a widget hands to its renderer; `createCardExtension` of the stock plugin documents it. */
interface RendererProps {
  title?: string;
  Content: ComponentType<Record<string, unknown>>;
  Actions?: ComponentType;
  Settings?: ComponentType;
  ContextProvider?: ComponentType<ComponentProps<'div'>>;
  [prop: string]: unknown;
}

/** A widget is wide when it asks for more than half of the stock page's twelve columns. */
const isWide = (widget: Widget) =>
  (widget.layout?.width?.defaultColumns ??
    widget.layout?.width?.minColumns ??
    0) > 6;

/** A widget that another plugin contributes, in a panel like the page's own instead of the stock card. */
export function WidgetPanel(props: { widget: Widget }) {
  const { widget } = props;
  const wide = isWide(widget);
  return cloneElement(widget.component, {
    Renderer: wide ? WideRenderer : NarrowRenderer,
  });
}

function WideRenderer(props: RendererProps) {
  return <PanelRenderer {...props} isWide />;
}

function NarrowRenderer(props: RendererProps) {
  return <PanelRenderer {...props} isWide={false} />;
}

function PanelRenderer(props: RendererProps & { isWide: boolean }) {
  const {
    title,
    Content,
    Actions,
    Settings: _settings,
    ContextProvider,
    isWide: wide,
    ...contentProps
  } = props;
  // A widget without a title brings a card of its own, such as that of the stock notifications plugin.
  const panel = title ? (
    <Panel title={title} isWide={wide}>
      <div className={styles.content}>
        <Content {...contentProps} />
      </div>
      {Actions && (
        <div className={styles.actions}>
          <Actions />
        </div>
      )}
    </Panel>
  ) : (
    <div className={wide ? styles.wide : undefined}>
      <Content {...contentProps} />
    </div>
  );
  return ContextProvider ? (
    <ContextProvider {...contentProps}>{panel}</ContextProvider>
  ) : (
    panel
  );
}
