import { choiceField, type Fields, numberField } from "@/lib/figures";
import {
  BIASES,
  EXAMPLE,
  INPUTS,
  NEURONS,
  type NetworkSettings,
  type NodeName,
  record,
  type SettingName,
  TARGETS,
  WEIGHTS,
} from "@/lib/figures/network";
import { LIMIT } from "../network/setting-entries";

/** What the reader looks at. */
export const LOOKS = [
  ...NEURONS,
  "E",
  ...INPUTS,
  ...TARGETS,
  ...WEIGHTS,
  ...BIASES,
] as const satisfies readonly (NodeName | SettingName | "E")[];

export type Look = (typeof LOOKS)[number];

/** The network's numbers, and where the reader looks. */
export type ForwardState = NetworkSettings & Readonly<{ look: Look }>;

const bounds = { min: -LIMIT, max: LIMIT };

export const FORWARD_FIELDS: Fields<ForwardState> = {
  look: choiceField("h1", LOOKS),
  ...record([...INPUTS, ...WEIGHTS, ...BIASES], (name) => numberField({ initial: EXAMPLE[name], ...bounds })),
  ...record(TARGETS, (name) => numberField({ initial: EXAMPLE[name], min: 0, max: 1 })),
};
