import { fixed } from "@/lib/figures";
import {
  JOINS,
  NEURON,
  NEURONS,
  type NetworkRun,
  type NeuronName,
  OUTPUTS,
  TARGETS,
  WEIGHTS,
  type WeightName,
} from "@/lib/figures/network";
import { Formula, type FormulaValue } from "../kit/formula";
import type { Formulas } from "../kit/formula-tree";
import { settingText } from "../network/setting-entries";
import { SigmoidPlot } from "../network/sigmoid-plot";
import { ErrorSquares } from "./error-squares";
import type { Look } from "./state";

/** What a reader wants worked out who looks at something: the neuron that a weight or a bias belongs to, the error for a target. */
export function workedOut(look: Look): "E" | "i1" | "i2" | (typeof NEURONS)[number] {
  const weight = WEIGHTS.find((name) => name === look);
  if (weight) return JOINS[weight].to;
  if (look === "i1" || look === "i2") return look;
  if (look === "E" || TARGETS.some((name) => name === look)) return "E";
  return NEURONS.find((name) => name === look || NEURON[name].bias === look) ?? "h1";
}

/** The sum and the sigmoid behind one number, with all that goes into it; what the reader looks at stands out. */
export function Arithmetic({ run, look, formulas }: { run: NetworkRun; look: Look; formulas: Formulas }) {
  const what = workedOut(look);
  const { settings } = run;
  // Below zero in brackets: two signs do not stand side by side.
  const factor = (name: string, value: number): FormulaValue => {
    const text = value < 0 ? `(${settingText(value)})` : settingText(value);
    return name === look ? [text, "forward"] : text;
  };
  const number = (value: number): FormulaValue => fixed(value, 9);
  const result = (value: number): FormulaValue => [fixed(value, 9), "forward"];

  if (what === "E") {
    const values = {
      ...Object.fromEntries(OUTPUTS.map((name) => [name, fixed(run.out[name], 4)])),
      ...Object.fromEntries(TARGETS.map((name) => [name, factor(name, settings[name])])),
      share1: number(run.share.o1),
      share2: number(run.share.o2),
      error: [fixed(run.error, 9), "backward"] satisfies FormulaValue,
    };
    return (
      <div className="net-work">
        <Formula formulas={formulas} name="error" values={values} />
        <ErrorSquares run={run} />
      </div>
    );
  }
  const weights = what.startsWith("i")
    ? WEIGHTS.filter((name) => JOINS[name].from === what)
    : NEURON[what as NeuronName].weights;
  const [first = "w1", second = "w2"] = weights;
  const names = { lane: what.charAt(1), first: first.charAt(1), second: second.charAt(1) };
  const factors = { w1: factor(first, settings[first]), w2: factor(second, settings[second]) };
  if (what === "i1" || what === "i2") {
    const values = {
      ...names,
      ...factors,
      x: factor(what, settings[what]),
      c1: result(run.carried[first]),
      c2: result(run.carried[second]),
    };
    return (
      <div className="net-work">
        <Formula formulas={formulas} name="input" values={values} />
      </div>
    );
  }
  const { bias } = NEURON[what];
  const before = what.startsWith("h") ? "i" : "h";
  const value = (weight: WeightName) => {
    const { from } = JOINS[weight];
    return from === "i1" || from === "i2" ? factor(from, settings[from]) : fixed(run.out[from], 4);
  };
  const values = {
    ...names,
    ...factors,
    ...{ layer: what.charAt(0), before, one: "1", two: "2" },
    x1: value(first),
    x2: value(second),
    b: factor(bias, settings[bias]),
    sum: number(run.sum[what]),
    out: result(run.out[what]),
  };
  const terms = [
    ...weights.map((name) => ({ name, value: run.carried[name] })),
    { name: bias, value: settings[bias] },
  ];
  return (
    <div className="net-work">
      <Formula formulas={formulas} name="neuron" values={values} />
      <SigmoidPlot terms={terms} sum={run.sum[what]} out={run.out[what]} />
    </div>
  );
}
