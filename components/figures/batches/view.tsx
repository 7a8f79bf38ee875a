import type { CSSProperties } from "react";
import { logScale, roundCount } from "@/lib/figures";
import { batchAt } from "@/lib/figures/batches";
import { Formula, NumberBox, Reading, Readout, round, Slider, Stepper, Toggle, type ViewProps } from "../kit";
import { type BatchesState, cutOf, MOST_EPOCHS, MOST_SAMPLES, PRESETS, totalOf } from "./state";
import { layoutOf, Tiles } from "./tiles";
import { BATCHES_WORDS, countText } from "./words";

const COUNTS = logScale(1, MOST_SAMPLES);
/** From one count to the next: 1, 2, … 99, 100, 110, … */
const stepOf = (count: number) => 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
/** Samples whose numbers are shown, so that one sees them dealt anew. */
const NUMBERED = 60;

export function BatchesView({ locale, state, formulas, player, set }: ViewProps<BatchesState>) {
  const words = BATCHES_WORDS[locale];
  const count = (value: number) => countText(value, locale);
  const { samples, size, epochs, dropLast } = state;
  const cut = cutOf(state);
  const total = totalOf(state);
  const n = Math.min(state.n, total);
  // When all is done the last epoch stands there whole.
  const at = batchAt(Math.min(Math.floor(n), Math.max(0, total - 1)), samples, size, cut);
  const inEpoch = cut.batches === 0 ? 0 : n - at.epoch * cut.batches;
  const group = layoutOf(Math.ceil(samples / size)).group;
  const under = n > 0 && n < total;
  const amount = (name: "samples" | "size", label: string, symbol: string) => (
    <Slider
      label={symbol}
      name={label}
      min={1}
      max={MOST_SAMPLES}
      step={stepOf}
      value={state[name]}
      text={count(state[name])}
      scale={COUNTS}
      box={
        <NumberBox
          label={label}
          min={1}
          max={MOST_SAMPLES}
          whole
          value={state[name]}
          onChange={(value) => set({ [name]: value, n: 0 })}
        />
      }
      onChange={(value) => set({ [name]: roundCount(value), n: 0 })}
    />
  );
  return (
    <>
      <div className="fig-presets" role="group" aria-label={words.presets}>
        {PRESETS.map(([n1, b1]) => (
          <button
            key={`${n1}/${b1}`}
            type="button"
            className="fig-preset"
            aria-pressed={n1 === samples && b1 === size}
            onClick={() => set({ samples: n1, size: b1, n: 0 })}
          >
            {count(n1)} / {b1}
          </button>
        ))}
      </div>
      <div className="fig-columns batch-amounts">
        {amount("samples", words.samples, "$N$")}
        {amount("size", words.size, "$B$")}
      </div>
      <div className="batch-stage">
        <Tiles samples={samples} size={size} cut={cut} epoch={at.epoch} done={inEpoch} />
        <p className="batch-now">
          {cut.batches === 0 ? (
            <b data-ink="wrong">{words.none}</b>
          ) : (
            <>
              <b>{words.epochOf(count(at.epoch + 1), count(epochs))}</b>
              {under ? (
                <>
                  <span>{words.batchOf(count(at.batch + 1), count(cut.batches))}</span>
                  <span>{words.taken(count(at.from + 1), count(at.to), count(at.to - at.from))}</span>
                </>
              ) : (
                <span>{samples <= NUMBERED ? words.dealt : group > 1 ? words.tile(count(group)) : ""}</span>
              )}
            </>
          )}
        </p>
        <div className="batch-epochs" aria-hidden="true">
          {Array.from({ length: epochs }, (_, epoch) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: epochs in their order
              key={epoch}
              style={
                {
                  "--done": cut.batches === 0 ? 0 : round(Math.min(1, Math.max(0, n / cut.batches - epoch))),
                } as CSSProperties
              }
            />
          ))}
        </div>
      </div>
      <div className="fig-controls">
        <Stepper player={player} locale={locale} text={words.updates(count(Math.floor(n)), count(total))} />
        <Slider
          label="$E$"
          name={words.epochs}
          min={1}
          max={MOST_EPOCHS}
          step={1}
          value={epochs}
          text={String(epochs)}
          onChange={(value) => set({ epochs: value, n: 0 })}
        />
        <Toggle
          label={words.dropLast}
          value={dropLast}
          onChange={(value) => set({ dropLast: value, n: 0 })}
        />
      </div>
      <div className="fig-results">
        <Formula
          formulas={formulas}
          name={dropLast ? "dropping" : "keeping"}
          values={{
            N: String(samples),
            B: String(size),
            batches: [String(cut.batches), "forward"],
            E: String(epochs),
            total: [String(total), "backward"],
          }}
        />
        <Readout>
          <Reading name={words.perEpoch} ink="forward">
            {count(cut.batches)}
          </Reading>
          <Reading name={dropLast ? words.left : words.last}>
            {count(dropLast ? cut.dropped : cut.last)}
          </Reading>
          <Reading name={words.iterations} ink="backward">
            {count(total)}
          </Reading>
        </Readout>
      </div>
    </>
  );
}
