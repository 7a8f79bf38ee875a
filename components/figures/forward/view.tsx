import { fixed } from "@/lib/figures";
import {
  HIDDEN,
  INPUTS,
  JOINS,
  NEURON,
  NEURONS,
  OUTPUTS,
  runNetwork,
  type SettingName,
  TARGET,
  WEIGHTS,
} from "@/lib/figures/network";
import type { Locale } from "@/lib/i18n";
import type { ViewProps } from "../kit/definition";
import { ArrowLine } from "../network/arrow-line";
import { ErrorBox } from "../network/error-box";
import { Gauge } from "../network/gauge";
import type { Geometry } from "../network/geometry";
import { madeFrom, printed, reached } from "../network/names";
import { NodeButton } from "../network/node-button";
import { SettingEntries, settingText } from "../network/setting-entries";
import { NetworkStage } from "../network/stage";
import { Arithmetic, workedOut } from "./arithmetic";
import type { ForwardState, Look } from "./state";
import { FORWARD_WORDS } from "./words";

/** What lights up: behind a number all that made it, from something that can be set all that it reaches. */
function litBy(look: Look): ReadonlySet<string> {
  const node = [...NEURONS, "E" as const].find((name) => name === look);
  return node ? madeFrom(node) : reached(look as SettingName);
}

/** The network with its values: every number of it can be changed, and the one that is looked at is worked out below. */
export function ForwardView({ locale, state, formulas, layout, set }: ViewProps<ForwardState>) {
  const words = FORWARD_WORDS[locale];
  const run = runNetwork(state);
  const { look } = state;
  const lit = litBy(look);
  const lookAt = (to: Look) => {
    if (to !== look) set({ look: to });
  };

  const draw = ({ node, error, weight, toError }: Geometry) => (
    <>
      {WEIGHTS.map((name) => (
        <ArrowLine
          key={name}
          arrow={weight[name]}
          size={Math.abs(run.carried[name])}
          negative={run.carried[name] < 0}
          lit={lit.has(name)}
        />
      ))}
      {OUTPUTS.map((name) => (
        <ArrowLine key={name} arrow={toError[name]} size={run.share[name]} lit={lit.has(`${name}E`)} />
      ))}
      {INPUTS.map((name) => (
        <Gauge key={name} at={node[name]} value={run.out[name]} name={printed(name)} lit={lit.has(name)} />
      ))}
      {HIDDEN.map((name) => (
        <Gauge
          key={name}
          at={node[name]}
          value={run.out[name]}
          name={printed(name)}
          text={fixed(run.out[name], 4)}
          lit={lit.has(name)}
        />
      ))}
      {OUTPUTS.map((name) => (
        <Gauge
          key={name}
          at={node[name]}
          value={run.out[name]}
          target={state[TARGET[name]]}
          name={printed(name)}
          text={fixed(run.out[name], 4)}
          lit={lit.has(name)}
        />
      ))}
      <ErrorBox at={error} text={fixed(run.error, 4)} lit={lit.has("E")} />
    </>
  );

  return (
    <div className="net-figure" data-worked={workedOut(look)}>
      <NetworkStage seen={layout} draw={draw}>
        <SettingEntries
          settings={state}
          lit={lit}
          label={words.setting}
          onLook={lookAt}
          onChange={(name, value) => set({ [name]: value, look: name })}
        />
        {NEURONS.map((name) => (
          <NodeButton
            key={name}
            label={words.node(printed(name), fixed(run.out[name], 4))}
            place={({ node }) => node[name]}
            pressed={look === name}
            onLook={() => lookAt(name)}
          />
        ))}
        <NodeButton
          label={words.error(fixed(run.error, 4))}
          place={({ error }) => error}
          pressed={look === "E"}
          onLook={() => lookAt("E")}
        />
      </NetworkStage>
      <Arithmetic run={run} look={look} formulas={formulas} />
    </div>
  );
}

/** All values in words, and how the one that is looked at comes about. */
export function describeForward(state: ForwardState, locale: Locale): string {
  const words = FORWARD_WORDS[locale];
  const run = runNetwork(state);
  const values = (names: readonly ((typeof NEURONS)[number] | "i1" | "i2")[]) =>
    names.map((name) => `${name} = ${fixed(run.out[name], 4)}`);
  const all = words.description({
    inputs: INPUTS.map((name) => `${name} = ${settingText(state[name])}`),
    hidden: values(HIDDEN),
    outputs: values(OUTPUTS),
    targets: OUTPUTS.map((name) => `${TARGET[name]} = ${settingText(state[TARGET[name]])}`),
    error: fixed(run.error, 9),
  });
  const neuron = NEURONS.find((name) => name === workedOut(state.look));
  if (!neuron) return all;
  const { bias, weights } = NEURON[neuron];
  const terms = [
    ...weights.map((name) => `${settingText(state[name])} · ${fixed(run.out[JOINS[name].from], 4)}`),
    settingText(state[bias]),
  ];
  return `${all} ${words.sum(neuron, terms.join(" + "), fixed(run.sum[neuron], 9), fixed(run.out[neuron], 9))}`;
}
