import type { FigureName } from "@/components/figures/loaders";

/**
 * States of each figure that are worth a look, as they stand in its link: the first, the extremes, and each step of those
 * that have steps.
 */
export const FIGURE_STATES: Readonly<Record<FigureName, readonly string[]>> = {
  descent: [
    "",
    "x:4,eta:0.1,n:3",
    "x:5.5,eta:1.05,n:4",
    "curve:valleys",
    "curve:valleys,x:-2,n:4",
    "curve:ripples,n:6",
    "curve:ripples,x:-5.5,eta:0.6,n:8",
  ],
  "learning-rate": [
    "",
    "eta:0.01,n:40",
    "eta:0.5,n:3",
    "eta:0.95,n:12",
    "eta:1,n:9",
    "eta:1.1,n:12",
    "eta:3,n:330",
    "surface:ravine,eta:0.05,n:12",
    "surface:ravine,eta:0.19,n:20",
    "surface:ravine,eta:0.22,n:10",
  ],
  batches: [
    "",
    "n:5",
    "n:21",
    "samples:10,size:3,epochs:2,n:4",
    "samples:100,size:7,dropLast:1,n:9",
    "samples:50000,size:256,epochs:2,n:200",
    "samples:100000,size:1,epochs:1,n:50000",
  ],
  derivatives: [
    "",
    "f:sigmoid,x:0",
    "f:tanh,x:1",
    "f:relu,x:-1",
    "f:exp,x:1",
    "f:log,x:0.5",
    "f:reciprocal,x:1",
    "f:sqrt,x:1",
    "f:sin,x:2",
    "f:relu,x:0",
  ],
  forward: ["", "look:o1", "look:E", "look:w1", "look:i1", "look:t1", "look:bh1", "i1:5,w1:-3.25,look:h1"],
  chain: Array.from({ length: 14 }, (_, step) => `step:${step}`),
  paths: [
    ...Array.from({ length: 7 }, (_, step) => `step:${step}`),
    ...Array.from({ length: 5 }, (_, step) => `pick:w5,step:${step}`),
    "pick:bh1",
    "pick:bo2",
    "pick:w4,updates:50,eta:2",
  ],
  "error-flow": [...Array.from({ length: 7 }, (_, step) => `step:${step}`), "t1:1,t2:0,step:4.5"],
};
