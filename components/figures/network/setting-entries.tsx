import { fixed, significant } from "@/lib/figures";
import {
  BIASES,
  INPUTS,
  NEURON,
  NEURONS,
  type NetworkSettings,
  OUTPUTS,
  type SettingName,
  TARGET,
  TARGETS,
  WEIGHTS,
} from "@/lib/figures/network";
import { NumberEntry } from "../kit/number-entry";
import type { Geometry, Point } from "./geometry";
import { shortName } from "./names";
import { spot } from "./stage";

/** How far inputs and parameters may go. */
export const LIMIT = 5;
const STEP = 0.01;

/** Where a setting's number stands. */
export function placeOf(name: SettingName): (geometry: Geometry) => Point {
  const weight = WEIGHTS.find((one) => one === name);
  if (weight) return ({ weightLabel }) => weightLabel[weight];
  const input = INPUTS.find((one) => one === name);
  // Inside its node, below the name.
  if (input) return ({ node }) => ({ x: node[input].x, y: node[input].y + 10 });
  const output = OUTPUTS.find((one) => TARGET[one] === name);
  if (output) return ({ targetLabel }) => targetLabel[output];
  const neuron = NEURONS.find((one) => NEURON[one].bias === name) ?? "h1";
  return ({ outside }) => outside[neuron];
}

/** A setting as it is written: two digits behind the point, more where it has more. */
export function settingText(value: number): string {
  return Number(value.toFixed(2)) === value ? fixed(value, 2) : significant(value, 4);
}

/** All numbers of the network that can be set, where they stand, in the order of the way forward. */
export function SettingEntries({
  settings,
  lit,
  label,
  onLook,
  onChange,
}: {
  settings: NetworkSettings;
  lit: ReadonlySet<string>;
  /** For who does not see where it stands. */
  label: (name: SettingName) => string;
  onLook: (name: SettingName) => void;
  onChange: (name: SettingName, value: number) => void;
}) {
  const order: readonly SettingName[] = [
    ...INPUTS,
    ...WEIGHTS.slice(0, 4),
    ...BIASES.slice(0, 2),
    ...WEIGHTS.slice(4),
    ...BIASES.slice(2),
    ...TARGETS,
  ];
  return order.map((name) => (
    <NumberEntry
      key={name}
      {...(name.startsWith("i") ? { bare: true } : { name: shortName(name) })}
      label={label(name)}
      value={settings[name]}
      {...(name.startsWith("t") ? { min: 0, max: 1, ink: "backward" as const } : { min: -LIMIT, max: LIMIT })}
      step={STEP}
      write={settingText}
      lit={lit.has(name)}
      style={spot(placeOf(name))}
      onLook={() => onLook(name)}
      onChange={(value) => onChange(name, value)}
    />
  ));
}
