import type { Messages } from "@/lib/i18n";
import { type DiffLine, diffLines, hunks } from "@/lib/notebook";

const SIGNS = { same: " ", removed: "−", added: "+" } as const;

/** What the reader has changed of the author's code: the lines that differ, one text below the other. */
export default function CellDiff({
  before,
  after,
  words,
}: {
  before: string;
  after: string;
  words: Messages;
}) {
  const lines = diffLines(before, after);
  const count = (which: DiffLine["kind"]) => lines.filter(({ kind }) => kind === which).length;
  return (
    <>
      <p className="output-note">{words.changesAre(count("removed"), count("added"))}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, so the keyboard must be able to get there */}
      <pre className="diff" tabIndex={0}>
        {hunks(lines).map((line, place) =>
          line.kind === "gap" ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
            <span key={place} className="diff-gap">
              {words.unchangedLines(line.count)}
            </span>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
            <DiffRow key={place} line={line} />
          ),
        )}
      </pre>
    </>
  );
}

function DiffRow({ line: { kind, pieces } }: { line: DiffLine }) {
  const Row = kind === "same" ? "span" : kind === "removed" ? "del" : "ins";
  return (
    <Row className="diff-line" data-kind={kind}>
      <span className="diff-sign">{SIGNS[kind]}</span>
      {pieces.map(({ text, changed }, place) =>
        changed ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name
          <mark key={place}>{text}</mark>
        ) : (
          text
        ),
      )}
      {"\n"}
    </Row>
  );
}
