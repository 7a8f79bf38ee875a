import type { ReactNode } from "react";
import { LabelText } from "../../output/label-text";
import type { Ink } from "./ink";

/** Names and numbers, one pair to a place. */
export function Readout({ children }: { children: ReactNode }) {
  return <dl className="fig-readout">{children}</dl>;
}

/** A number with its name, which may have simple TeX; the number keeps its place while its digits change. */
export function Reading({ name, ink = "ink", children }: { name: string; ink?: Ink; children: ReactNode }) {
  return (
    <div className="fig-reading">
      <dt>
        <LabelText label={name} />
      </dt>
      <dd data-ink={ink}>{children}</dd>
    </div>
  );
}
