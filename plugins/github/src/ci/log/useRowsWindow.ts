import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from 'react';
import { windowOf } from './windowOf';

/** Before the box is laid out. */
const HEIGHT_AT_FIRST = 480;

/** Draws only those of many rows that are seen in a box that scrolls. */
export function useRowsWindow(options: { count: number; rowHeight: number }): {
  box: RefObject<HTMLDivElement>;
  onScroll(): void;
  from: number;
  until: number;
  /** Scrolls until the row is seen, with some before it. */
  show(index: number): void;
} {
  const { count, rowHeight } = options;
  const box = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [height, setHeight] = useState(HEIGHT_AT_FIRST);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() =>
      setHeight(element.clientHeight || HEIGHT_AT_FIRST),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const onScroll = useCallback(() => {
    if (box.current) setScrollTop(box.current.scrollTop);
  }, []);
  const show = useCallback(
    (index: number) => {
      if (!box.current) return;
      box.current.scrollTop = Math.max(0, index * rowHeight - height / 3);
      setScrollTop(box.current.scrollTop);
    },
    [rowHeight, height],
  );
  return {
    box,
    onScroll,
    show,
    ...windowOf({ count, rowHeight, scrollTop, height }),
  };
}
