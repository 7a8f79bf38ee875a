import type { Exercise, Outcome } from "@/lib/exercise";
import type { ExerciseWords, Messages } from "@/lib/i18n";

type Word = string | ((details: Record<string, string>) => string);

function say(table: Record<string, Word>, code: string, details: Record<string, string> = {}): string {
  const word = table[code];
  return typeof word === "function" ? word(details) : (word ?? "");
}

/** What is said of an answer besides its author's words. */
export function Verdict({
  exercise,
  outcome,
  text,
  words,
  common,
  inline = false,
}: {
  exercise: Exercise;
  outcome: Outcome;
  text: string;
  words: ExerciseWords;
  common: Messages;
  /** Inside a sentence, where no paragraph can stand. */
  inline?: boolean;
}) {
  const Line = inline ? "span" : "p";
  switch (outcome.kind) {
    case "right":
      return (
        <Line>
          <strong>✓ {common.right}</strong>{" "}
        </Line>
      );
    case "revealed":
      return <Line>{common.revealed}</Line>;
    case "untouched":
      return <Line>{say(words.untouched, exercise.kind)}</Line>;
    case "unreadable":
      return (
        <>
          <Line>
            <strong>{say(words.unreadable, outcome.code, outcome.details)}</strong>{" "}
            <span className="exercise-free">{words.free}</span>
          </Line>
          {!inline && exercise.kind === "expr" && <Pointer text={text} details={outcome.details} />}
        </>
      );
    case "wrong":
      return <Wrong outcome={outcome} words={words} common={common} inline={inline} />;
  }
}

/** The typed formula, with a mark under the character where it cannot be read. */
function Pointer({ text, details }: { text: string; details: Record<string, string> }) {
  const position = Number(details.position);
  if (!Number.isInteger(position)) return null;
  const at = Math.min(position, text.length);
  return (
    <pre className="exercise-pointer">
      {text.slice(0, at)}
      <mark>{text.slice(at, at + 1) || " "}</mark>
      {text.slice(at + 1)}
    </pre>
  );
}

function Wrong({
  outcome: { matched, code, details = {} },
  words,
  common,
  inline,
}: {
  outcome: Extract<Outcome, { kind: "wrong" }>;
  words: ExerciseWords;
  common: Messages;
  inline: boolean;
}) {
  const Line = inline ? "span" : "p";
  const said = code === undefined ? "" : say(words.wrong, code, details);
  const own = matched !== null;
  const rows = [
    [words.asked, details.input],
    [words.expected, details.expected],
    [words.got, details.got],
  ].filter((row): row is [string, string] => row[1] !== undefined);
  return (
    <>
      <Line>
        <strong>✗ {common.wrong}</strong> {own ? code !== "differs" && said : said || common.wrongOther}
      </Line>
      {rows.length > 0 && !inline && (
        <dl className="exercise-evidence">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
