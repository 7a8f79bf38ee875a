"use client";

import { useState } from "react";
import { type StepListProps, Steps } from "./step-list";

/** The whole graph in words, written when it is first opened: of a large graph there is much to write. */
export function LateStepList(props: StepListProps) {
  const [opened, setOpened] = useState(false);
  return (
    <details className="graph-text" onToggle={({ currentTarget }) => setOpened(opened || currentTarget.open)}>
      <summary>{props.words.graphAsText}</summary>
      {opened && <Steps {...props} />}
    </details>
  );
}
