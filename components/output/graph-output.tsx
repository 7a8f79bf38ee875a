"use client";

import { useEffect, useRef, useState } from "react";
import type { Messages } from "@/lib/i18n";
import type { GraphData } from "@/lib/protocol";
import { graphAtHand, whenNear } from "./graph-loader";
import { TextOutput } from "./text-output";

/** A graph, drawn when it is near the viewport; its text until then, and where what draws cannot be had. */
export function GraphOutput({ graph, text, words }: { graph: GraphData; text: string; words: Messages }) {
  const box = useRef<HTMLDivElement>(null);
  const [View, setView] = useState(() => graphAtHand()?.default ?? null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element || graphAtHand()) return;
    return whenNear(
      [element],
      (_, { default: GraphView }) => setView(() => GraphView),
      () => setFailed(true),
    );
  }, []);
  return (
    <div ref={box} className="graph-output" data-pending={View || failed ? undefined : ""}>
      {View ? <View graph={graph} words={words} /> : <TextOutput text={text} />}
    </div>
  );
}
