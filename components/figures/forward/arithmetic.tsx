import { fixed } from "@/lib/figures";
import {
  JOINS,
  NEURON,
  NEURONS,
  type NetworkRun,
  OUTPUTS,
  TARGET,
  TARGETS,
  WEIGHTS,
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
  const factor = (name: string, value: number): readonly [string, FormulaValue] => {
    const text = value < 0 ? `(${settingText(value)})` : settingText(value);
    return [name, name === look ? [text, "forward"] : text];
  };
  const number = (value: number): FormulaValue => fixed(value, 9);
  const result = (value: number): FormulaValue => [fixed(value, 9), "forward"];

  if (what === "E") {
    const values = {
      ...Object.fromEntries(OUTPUTS.map((name) => [name, fixed(run.out[name], 4)])),
      ...Object.fromEntries(OUTPUTS.map((name) => factor(TARGET[name], settings[TARGET[name]]))),
      share1: number(run.share.o1),
      share2: number(run.share.o2),
      error: [fixed(run.error, 9), "backward"] satisfies FormulaValue,
    };
    return (
      <div className="net-work">
        <Formula formulas={formulas} name="E" values={values} />
        <ErrorSquares run={run} />
      </div>
    );
  }
  if (what === "i1" || what === "i2") {
    const weights = WEIGHTS.filter((name) => JOINS[name].from === what);
    const values = Object.fromEntries([
      factor(what, settings[what]),
      ...weights.map((name) => factor(name, settings[name])),
      ...weights.map((name) => [`${name}c`, result(run.carried[name])] as const),
    ]);
    return (
      <div className="net-work">
        <Formula formulas={formulas} name={what} values={values} />
      </div>
    );
  }
  const { bias, weights } = NEURON[what];
  const inputs = weights.map((name) => JOINS[name].from);
  const values = Object.fromEntries([
    ...weights.map((name) => factor(name, settings[name])),
    ...inputs.map((name) =>
      name === "i1" || name === "i2"
        ? factor(name, settings[name])
        : ([name, fixed(run.out[name], 4)] as const),
    ),
    factor(bias, settings[bias]),
    ["sum", number(run.sum[what])] as const,
    ["out", result(run.out[what])] as const,
  ]);
  const terms = [
    ...weights.map((name) => ({ name, value: run.carried[name] })),
    { name: bias, value: settings[bias] },
  ];
  return (
    <div className="net-work">
      <Formula formulas={formulas} name={what} values={values} />
      <SigmoidPlot terms={terms} sum={run.sum[what]} out={run.out[what]} />
    </div>
  );
}
