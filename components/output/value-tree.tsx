"use client";

import { useId, useState } from "react";
import type { Messages } from "@/lib/i18n";
import type { ValueEntry, ValueNode } from "@/lib/protocol";

/** A value that opens level by level. What is closed is not in the page. */
export function ValueTree({ value, words }: { value: ValueNode; words: Messages }) {
  return (
    <div className="value-tree">
      <Branch entry={{ label: "", value }} words={words} first />
    </div>
  );
}

function Branch({ entry, words, first = false }: { entry: ValueEntry; words: Messages; first?: boolean }) {
  const [open, setOpen] = useState(first);
  const inside = useId();
  const { label, value } = entry;
  const name = label !== "" && <span className="value-label">{label}: </span>;
  if (!value.entries) {
    return (
      <div className="value-row">
        {name}
        <span className={`value-${value.kind}`}>{value.preview ?? value.text}</span>
      </div>
    );
  }
  return (
    <>
      <button
        type="button"
        className="value-row value-toggle"
        aria-expanded={open}
        aria-controls={open ? inside : undefined}
        onClick={() => setOpen(!open)}
      >
        {name}
        <span className="value-head">{value.text}</span>
        {!open && value.preview && <span className="value-preview"> {value.preview}</span>}
      </button>
      {open && (
        <ul id={inside}>
          {value.entries.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a value that is shown never changes
            <li key={place}>
              <Branch entry={one} words={words} />
            </li>
          ))}
          {value.more !== undefined && value.more > 0 && (
            <li className="value-more">{words.moreEntries(value.more)}</li>
          )}
        </ul>
      )}
    </>
  );
}
