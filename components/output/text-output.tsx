/** Plain text, as a stream or as a value. */
export function TextOutput({ text, stream }: { text: string; stream?: "stdout" | "stderr" }) {
  return (
    // Long output scrolls inside itself, so the keyboard must be able to get there.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <pre className="output-text" data-stream={stream} tabIndex={0}>
      {text}
    </pre>
  );
}

/** A stream's text as it is shown: its last line needs no line after it. */
export function streamText(text: string): string {
  return text.replace(/\n$/, "");
}
