import { fixed, signed } from "@/lib/figures";
import {
  HIDDEN,
  INPUTS,
  JOINS,
  NEURONS,
  type NeuronName,
  OUTPUTS,
  runWithTargets,
  TARGET,
  WEIGHTS,
} from "@/lib/figures/network";
import type { Locale } from "@/lib/i18n";
import { Slider, Stepper, type ViewProps } from "../kit";
import { ErrorBox } from "../network/error-box";
import { Gauge } from "../network/gauge";
import { along, type Geometry, type Point, reversed } from "../network/geometry";
import { printed } from "../network/names";
import { settingText } from "../network/setting-entries";
import { NetworkStage } from "../network/stage";
import { END, type FlowState, TURN } from "./state";
import { Bed, Stream } from "./stream";
import { FLOW_WORDS } from "./words";

/** What makes the thickest arrow of each layer, forward and back. */
const FULL = { first: 0.05, second: 0.6, error: 0.6, miss: 1, share: 0.07, gradient: 0.002 };

/** Both passes over the network: values go forward as arrows, then the error goes back, layer by layer. */
export function FlowView({ locale, state, player, layout, set }: ViewProps<FlowState>) {
  const words = FLOW_WORDS[locale];
  const { t1, t2, step } = state;
  const run = runWithTargets(t1, t2);
  const part = (end: number) => Math.min(1, Math.max(0, step - end + 1));
  const reached = (end: number) => step >= end;

  const draw = (geometry: Geometry) => {
    const { node, error, weight, toError } = geometry;
    return (
      <>
        {WEIGHTS.map((name) => (
          <Bed key={name} arrow={weight[name]} covered={reached(JOINS[name].to.startsWith("h") ? 1 : 2)} />
        ))}
        {OUTPUTS.map((name) => (
          <Bed key={name} arrow={toError[name]} covered={reached(3)} />
        ))}
        {WEIGHTS.map((name) => {
          const first = JOINS[name].to.startsWith("h");
          const carried = run.carried[name];
          return (
            <Stream
              key={name}
              arrow={weight[name]}
              part={part(first ? 1 : 2)}
              size={Math.abs(carried) / (first ? FULL.first : FULL.second)}
              negative={carried < 0}
              ink="forward"
            />
          );
        })}
        {OUTPUTS.map((name) => (
          <Stream
            key={name}
            arrow={toError[name]}
            part={part(3)}
            size={run.share[name] / FULL.error}
            ink="forward"
          />
        ))}
        {OUTPUTS.map((name) => (
          <Stream
            key={name}
            arrow={reversed(toError[name])}
            part={part(4)}
            size={Math.abs(run.slope[name]) / FULL.miss}
            negative={run.slope[name] < 0}
            ink="backward"
          />
        ))}
        {WEIGHTS.map((name) => {
          const { to } = JOINS[name];
          const first = to.startsWith("h");
          const back = reversed(weight[name]);
          const amount = first ? run.gradient[name] : run.delta[to] * run.settings[name];
          return (
            <Stream
              key={name}
              arrow={first ? { start: back.start, end: geometry.weightLabel[name] } : back}
              part={part(first ? 6 : 5)}
              size={Math.abs(amount) / (first ? FULL.gradient : FULL.share)}
              negative={amount < 0}
              ink="backward"
            />
          );
        })}
        {INPUTS.map((name) => (
          <Gauge
            key={name}
            at={node[name]}
            value={run.out[name]}
            name={printed(name)}
            text={settingText(run.out[name])}
          />
        ))}
        {NEURONS.map((name) => {
          const layer = name.startsWith("h") ? 1 : 2;
          const target = name === "o1" || name === "o2" ? { target: run.settings[TARGET[name]] } : {};
          return (
            <Gauge
              key={name}
              at={node[name]}
              value={run.out[name] * part(layer)}
              gap={reached(layer)}
              name={printed(name)}
              text={reached(layer) ? fixed(run.out[name], 4) : ""}
              lit={reached(layer)}
              {...target}
            />
          );
        })}
        <ErrorBox at={error} text={reached(TURN) ? fixed(run.error, 4) : ""} lit={reached(TURN)} />
        {NEURONS.filter((name) => reached(name.startsWith("o") ? 4 : 5)).map((name) => (
          <Delta key={name} name={name} value={run.delta[name]} geometry={geometry} />
        ))}
        {reached(4) &&
          OUTPUTS.map((name) => <Label key={name} at={along(toError[name], 0.5)} value={run.slope[name]} />)}
        {reached(5) &&
          !reached(END) &&
          WEIGHTS.slice(4).map((name) => (
            <Label
              key={name}
              at={geometry.weightLabel[name]}
              value={run.delta[JOINS[name].to] * run.settings[name]}
            />
          ))}
        {reached(END) &&
          WEIGHTS.map((name) => (
            <Label key={name} at={geometry.weightLabel[name]} value={run.gradient[name]} final />
          ))}
      </>
    );
  };

  const at = Math.floor(step);
  const two = (names: readonly NeuronName[]): readonly [string, string] => [
    fixed(run.delta[names[0] ?? "h1"], 4),
    fixed(run.delta[names[1] ?? "h2"], 4),
  ];
  return (
    <div className="net-figure">
      <NetworkStage seen={layout} draw={draw} />
      <p className="flow-says" aria-hidden="true">
        {words.says(at, {
          miss: [signed(run.slope.o1, 4), signed(run.slope.o2, 4)],
          error: fixed(run.error, 4),
          outputs: two(OUTPUTS),
          hidden: two(HIDDEN),
        })}
      </p>
      <div className="fig-controls">
        <Stepper player={player} locale={locale} />
        <p className="chain-key" aria-hidden="true">
          <span data-ink="forward">{words.forward}</span>
          <span data-ink="backward">{words.backward}</span>
        </p>
      </div>
      <div className="fig-columns">
        {(["t1", "t2"] as const).map((name) => (
          <Slider
            key={name}
            label={`$t_${name.charAt(1)}$`}
            name={words.target[name]}
            min={0}
            max={1}
            step={0.01}
            value={state[name]}
            text={fixed(state[name], 2)}
            ink="backward"
            onChange={(value) => set({ [name]: value })}
          />
        ))}
      </div>
    </div>
  );
}

/** A slope on its arrow. `final`: it is a weight's gradient, for which all was done. */
function Label({ at: { x, y }, value, final = false }: { at: Point; value: number; final?: boolean }) {
  return (
    <g className="flow-label" data-final={final ? "" : undefined}>
      <rect x={x - 31} y={y - 11} width="62" height="22" rx="6" />
      <text x={x} y={y + 4.5}>
        {fixed(value, 4)}
      </text>
    </g>
  );
}

/** The slope of the error at a neuron's sum, and which way the neuron should go; in two lines where there is little room. */
function Delta({ name, value, geometry }: { name: NeuronName; value: number; geometry: Geometry }) {
  const { x, y } = geometry.outside[name];
  const way = value === 0 ? "" : value > 0 ? "↓" : "↑";
  if (geometry.orientation === "down")
    return (
      <g className="flow-delta">
        <text x={x} y={y - 5}>
          <tspan className="net-name">δ</tspan> {way}
        </text>
        <text x={x} y={y + 13}>
          {fixed(value, 4)}
        </text>
      </g>
    );
  return (
    <g className="flow-delta">
      <text x={x} y={y + 4}>
        <tspan className="net-name">δ</tspan> {fixed(value, 4)} {way}
      </text>
    </g>
  );
}

/** What has been computed so far, in words. */
export function describeFlow({ t1, t2, step }: FlowState, locale: Locale): string {
  const words = FLOW_WORDS[locale];
  const run = runWithTargets(t1, t2);
  const at = Math.floor(step);
  const says = words.says(at, {
    miss: [signed(run.slope.o1, 4), signed(run.slope.o2, 4)],
    error: fixed(run.error, 4),
    outputs: [fixed(run.delta.o1, 4), fixed(run.delta.o2, 4)],
    hidden: [fixed(run.delta.h1, 4), fixed(run.delta.h2, 4)],
  });
  if (at < TURN) return says;
  const deltas = NEURONS.filter((name) => at >= (name.startsWith("o") ? 4 : 5));
  const rest = words.describe({
    outputs: OUTPUTS.map(
      (name) =>
        `${name} = ${fixed(run.out[name], 4)} (${TARGET[name]} = ${fixed(run.settings[TARGET[name]], 2)})`,
    ).join(", "),
    error: fixed(run.error, 6),
    deltas: deltas.map((name) => `${name} ${fixed(run.delta[name], 6)}`).join(", "),
    gradients: at < END ? "" : WEIGHTS.map((name) => `${name} ${fixed(run.gradient[name], 6)}`).join(", "),
  });
  return `${says} ${rest}`;
}
