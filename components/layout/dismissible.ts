import { type RefObject, useEffect } from "react";

/** Closes an open `details` by Escape, which gives the focus back to its summary, and by a click elsewhere. */
export function useDismissible(menu: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const details = menu.current;
    if (!details) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !details.open) return;
      event.stopPropagation();
      details.open = false;
      details.querySelector("summary")?.focus();
    };
    const onClick = ({ target }: MouseEvent) => {
      if (details.open && target instanceof Node && !details.contains(target)) details.open = false;
    };
    details.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    return () => {
      details.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
    };
  }, [menu]);
}
