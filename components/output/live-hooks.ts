import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

/** The width of an element's content in whole pixels, while it is wanted; 0 until it is known. */
export function useContainerWidth(container: RefObject<HTMLElement | null>, wanted: boolean): number {
  const [width, setWidth] = useState(0);
  // Before the first paint: what is drawn at a wrong width would be seen to jump.
  useLayoutEffect(() => {
    const element = container.current;
    if (!wanted || !element) return;
    // Where the page is not laid out yet the observer would wait until somebody comes near.
    setWidth(Math.floor(element.clientWidth));
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [container, wanted]);
  return width;
}

/** Whether an element is within a screen's height of what the reader sees, while that is wanted; true until it is known. */
export function useNear(container: RefObject<HTMLElement | null>, wanted: boolean): RefObject<boolean> {
  const near = useRef(true);
  useEffect(() => {
    const element = container.current;
    if (!wanted || !element) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry) near.current = entry.isIntersecting;
      },
      { rootMargin: "100%" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [container, wanted]);
  return near;
}

/** A text that changes at most once in so many milliseconds, and ends on the last one; at once if there is no wait. */
export function useSlowly(text: string, wait: number): string {
  const [shown, setShown] = useState(text);
  const changed = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const show = () => {
      changed.current = performance.now();
      setShown(text);
    };
    const left = changed.current + wait - performance.now();
    if (left <= 0) {
      show();
      return;
    }
    const timer = setTimeout(show, left);
    return () => clearTimeout(timer);
  }, [text, wait]);
  return wait === 0 ? text : shown;
}
