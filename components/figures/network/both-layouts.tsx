import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Orientation } from "./geometry";

const ORIENTATIONS: readonly Orientation[] = ["across", "down"];

/**
 * A stage with a picture in both layouts, of which the page's styles show one by the room that there is. Only the one
 * that is seen follows what changes: the other would cost as much in every frame.
 */
export function BothLayouts({
  className,
  draw,
  children,
}: {
  className: string;
  draw: (orientation: Orientation) => ReactNode;
  /** What can be touched, over either picture. */
  children?: ReactNode;
}) {
  const stage = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<Orientation | null>(null);
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const look = () => {
      const layout = getComputedStyle(element).getPropertyValue("--layout").trim();
      setSeen(ORIENTATIONS.find((orientation) => orientation === layout) ?? null);
    };
    // Paper may be narrower than the page.
    const both = () => setSeen(null);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    addEventListener("beforeprint", both);
    addEventListener("afterprint", look);
    return () => {
      observer.disconnect();
      removeEventListener("beforeprint", both);
      removeEventListener("afterprint", look);
    };
  }, []);
  return (
    <div className={className} ref={stage}>
      {ORIENTATIONS.map((orientation) => (
        <Layout
          key={orientation}
          followed={seen === null || seen === orientation}
          draw={() => draw(orientation)}
        />
      ))}
      {children}
    </div>
  );
}

/** A picture that stays as it was while nobody sees it. */
function Layout({ followed, draw }: { followed: boolean; draw: () => ReactNode }) {
  const last = useRef<ReactNode>(null);
  if (followed || last.current === null) last.current = draw();
  return last.current;
}
