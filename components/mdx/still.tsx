import type { ReactNode } from "react";
import { StillOnPage } from "./still-on-page";
import { keepStill } from "./still-store";

/**
 * A part of the page that no script will ever change: text, formulas, saved outputs. It is in the HTML alone, not a
 * second time in the data that the page's scripts go through, so a long chapter comes alive as fast as a short one.
 *
 * Its content is made of elements and of plain functions of their properties: no hooks, nothing that waits.
 *
 * @param id unique in the whole site
 * @param as `span` where only text may stand
 */
export function Still({ id, as, children }: { id: string; as?: "span"; children: ReactNode }) {
  // While an author writes, the text has to follow the file.
  if (process.env.NODE_ENV === "development")
    return (
      <StillOnPage id={id} as={as}>
        {children}
      </StillOnPage>
    );
  keepStill(id, children);
  return <StillOnPage id={id} as={as} />;
}
