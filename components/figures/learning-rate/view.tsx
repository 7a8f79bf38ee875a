import { fixed, rootScale, significant } from "@/lib/figures";
import {
  overflowOf,
  type Regime,
  regimeOf,
  SURFACE_NAMES,
  SURFACES,
  steepest,
} from "@/lib/figures/learning-rate";
import { Choice, Formula, type Ink, Reading, Readout, Slider, Stepper, type ViewProps } from "../kit";
import { LossChart } from "./loss-chart";
import { BowlPath, RavinePath } from "./path";
import { runOf } from "./run";
import { type LearningRateState, mostEta } from "./state";
import { LEARNING_RATE_WORDS } from "./words";

const REGIME_INK: Readonly<Record<Regime, Ink>> = {
  crawling: "soft",
  monotone: "forward",
  exact: "right",
  oscillating: "forward",
  endless: "warn",
  diverging: "wrong",
};

/** Letters of η are as fine as the loss is steep. */
const FINE = { bowl: 0.005, ravine: 0.001 } as const;

export function LearningRateView(props: ViewProps<LearningRateState>) {
  const { id, locale, state, formulas, player, set } = props;
  const words = LEARNING_RATE_WORDS[locale];
  const { surface, eta } = state;
  const lambda = steepest(surface);
  const regime = regimeOf(eta, lambda);
  const run = runOf(state);
  const n = Math.min(Math.floor(state.n), run.losses.length - 1);
  const overflow = overflowOf(run);
  const most = mostEta(surface);
  const factor = (curvature: number) => fixed(1 - eta * curvature, 3);
  const Path = surface === "bowl" ? BowlPath : RavinePath;
  const place = run.places[n] ?? [];
  return (
    <>
      <div className="fig-controls">
        <Choice
          id={`${id}-surface`}
          label={words.surface}
          value={surface}
          options={SURFACE_NAMES.map((name) => [name, words.surfaces[name]] as const)}
          onChange={(name) => {
            const [x = 0, y = state.y] = SURFACES[name].start;
            // The same multiple of 1/λ, so that the same happens.
            const same = Number(((eta * lambda) / steepest(name)).toPrecision(6));
            set({ surface: name, eta: same, x, y, n: 0 });
          }}
        />
        <p className="fig-verdict" data-ink={REGIME_INK[regime]}>
          {surface === "ravine" && regime === "exact" ? words.exactInRavine : words.regimes[regime]}
        </p>
      </div>
      <Slider
        label="$\eta$"
        name={words.eta}
        min={0}
        max={most}
        step={FINE[surface]}
        value={eta}
        text={fixed(eta, 3)}
        spoken={`${fixed(eta, 3)}, ${words.regimes[regime]}`}
        scale={rootScale(most)}
        marks={[
          { at: 1 / lambda, label: "$1/\\lambda$" },
          { at: 2 / lambda, label: "$2/\\lambda$" },
        ]}
        ink="backward"
        onChange={(value) => set({ eta: value, n: 0 })}
      />
      <div className="fig-columns">
        <Path {...props} run={run} n={n} />
        <LossChart run={run} n={n} ink={REGIME_INK[regime]} words={words} overflow={overflow} />
      </div>
      <div className="fig-results">
        <Formula
          formulas={formulas}
          name={surface}
          values={
            surface === "bowl"
              ? { factor: [factor(lambda), "backward"] }
              : { flat: [factor(1), "forward"], steep: [factor(lambda), "backward"] }
          }
        />
        <Readout>
          {place.map((value, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the weights in their order
            <Reading key={index} name={place.length === 1 ? "$w$" : `$w_${index + 1}$`}>
              {significant(value, 5)}
            </Reading>
          ))}
          <Reading name="$L$" ink={REGIME_INK[regime]}>
            {significant(run.losses[n] ?? Number.NaN, 5)}
          </Reading>
        </Readout>
      </div>
      <Stepper player={player} locale={locale} />
    </>
  );
}
