import type { ReactNode } from "react";
import type { Ink } from "./ink";
import { Label } from "./label";

/** Names and numbers, one pair to a place. */
export function Readout({ children }: { children: ReactNode }) {
  return <dl className="fig-readout">{children}</dl>;
}

/** A number with its name, which may have simple TeX; the number keeps its place while its digits change. */
export function Reading({ name, ink = "ink", children }: { name: string; ink?: Ink; children: ReactNode }) {
  return (
    <div className="fig-reading">
      <dt>
        <Label label={name} />
      </dt>
      <dd data-ink={ink}>{children}</dd>
    </div>
  );
}
