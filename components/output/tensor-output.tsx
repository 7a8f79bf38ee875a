"use client";

import { useState } from "react";
import type { Messages } from "@/lib/i18n";
import type { TensorData } from "@/lib/protocol";
import { HeatMap } from "./heat-map";
import { tensorFacts } from "./tensor-facts";
import { TextOutput } from "./text-output";

/** A tensor as it is printed, what the print does not say, and its numbers as colours when the reader wants them. */
export function TensorOutput({ text, tensor, words }: { text: string; tensor: TensorData; words: Messages }) {
  const [coloured, setColoured] = useState(false);
  const { heat } = tensor;
  return (
    <>
      <TextOutput text={text} />
      <p className="output-note">
        {tensorFacts(tensor)}{" "}
        {heat && (
          <button
            type="button"
            className="quiet-button"
            aria-pressed={coloured}
            onClick={() => setColoured(!coloured)}
          >
            {words.heatMap}
          </button>
        )}
      </p>
      {coloured && heat && <HeatMap tensor={tensor} heat={heat} words={words} />}
    </>
  );
}
