import type { Messages } from "@/lib/i18n";
import type { ProgressData } from "@/lib/protocol";
import { numberText, secondsText } from "./numbers";

/** How far a loop has come: a bar if its end is known, and the figures. */
export function ProgressOutput({ data, words }: { data: ProgressData; words: Messages }) {
  const { done, total, label, state } = data;
  const share = total ? Math.min(1, done / total) : state === "done" ? 1 : 0;
  const figures = progressFigures(data, words);
  return (
    <div className="progress" data-state={state}>
      {label && <span className="progress-label">{label}</span>}
      <div
        className="progress-bar"
        role="progressbar"
        aria-label={label || words.running}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={total === undefined ? undefined : done}
        aria-valuetext={figures}
        data-endless={total === undefined && state === "running" ? "" : undefined}
      >
        <div style={{ width: `${share * 100}%` }} />
      </div>
      <span className="progress-figures">{figures}</span>
    </div>
  );
}

/** Count, share, rate and time in words. */
export function progressFigures({ done, total, elapsed, state }: ProgressData, words: Messages): string {
  const figures = [total === undefined ? String(done) : words.progressOf(done, total)];
  if (total) figures.push(`${Math.floor((done / total) * 100)}%`);
  if (done > 0 && elapsed > 0)
    figures.push(words.perSecond(numberText(Number(((done / elapsed) * 1000).toPrecision(3)))));
  if (state === "stopped") figures.push(words.progressStopped);
  if (state !== "running") figures.push(words.progressTook(words.seconds(secondsText(elapsed))));
  else if (total !== undefined && done > 0 && done <= total)
    figures.push(words.progressLeft(words.seconds(secondsText((elapsed / done) * (total - done)))));
  return figures.join(" · ");
}
