import { NO_PARAMETERS, type NumericExercise } from "../../lib/exercise";

/** What is asked about the 2-2-2 network, its right answer, relative tolerance, and wrong answers with their causes. */
type Row = [id: string, answer: number, tolerance: number, wrong: [cause: string, value: number][]];

const ROWS: Row[] = [
  [
    "delta-o1",
    0.13849856162855695,
    0.0005,
    [
      ["no slope of the sigmoid", 0.7413650695523157],
      ["only the slope of the sigmoid", 0.18681560180895948],
      ["target minus output", -0.13849856162855695],
    ],
  ],
  [
    "w5",
    0.08216704056423077,
    0.001,
    [
      ["target minus output", -0.08216704056423077],
      ["no slope of the sigmoid", 0.4398296489618467],
      ["the sum instead of the value of h1", 0.05228320701478025],
      ["the half does not cancel", 0.16433408112846154],
      ["that of w6", 0.08266762784753325],
      ["that of w7", -0.02260254047747507],
    ],
  ],
  [
    "w5-new",
    0.35891647971788465,
    0.0002,
    [
      ["uphill", 0.4410835202821154],
      ["no learning rate", 0.3178329594357693],
      ["the step alone", 0.041083520282115385],
    ],
  ],
  [
    "w7",
    -0.02260254047747507,
    0.001,
    [
      ["target minus output", 0.02260254047747507],
      ["that of w6", 0.08266762784753325],
      ["that of w8", -0.022740242215978222],
    ],
  ],
  [
    "dh1",
    0.03635030639314466,
    0.001,
    [
      ["only through o1", 0.05539942465142278],
      ["only through o2", -0.019049118258278118],
      ["w6 for w7", 0.03825521821897247],
      ["paths multiplied", -0.0010553101916255206],
    ],
  ],
  [
    "w1",
    0.0004385677344743466,
    0.001,
    [
      ["only through o1", 0.0006683960211443731],
      ["updated weights", 0.00036472287759409353],
      ["w6 for w7", 0.00046155056314134917],
      ["no slope of the sigmoid", 0.0018175153196572332],
      ["no input", 0.008771354689486931],
      ["that of w2", 0.0008771354689486932],
    ],
  ],
  [
    "b-new",
    0.5307507191857215,
    0.0003,
    [
      ["not updated", 0.6],
      ["one bias for both neurons", 0.5497998374439996],
      ["uphill", 0.6692492808142785],
    ],
  ],
  [
    "no-zero-grad",
    0.16433408112846154,
    0.001,
    [
      ["overwritten", 0.08216704056423077],
      ["cleared", 0],
    ],
  ],
];

export const EXERCISES: NumericExercise<string>[] = ROWS.map(([id, value, tolerance, wrong]) => ({
  kind: "numeric",
  id,
  inline: false,
  prompt: "",
  parameters: NO_PARAMETERS,
  answer: String(value),
  tolerance: { kind: "relative", value: tolerance },
  answers: wrong.map(([why, one]) => ({ verdict: "wrong", match: String(one), why })),
  hints: [],
}));
