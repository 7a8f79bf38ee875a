/**
 * The kit of figures to touch.
 *
 * A figure is a `FigureDefinition`: fields (its state, plain values), a `view` (a plain function from state to elements,
 * without hooks), a description of what can be seen now, formulas in TeX, and perhaps a `playback` (steps to go through).
 * The rest is done here: `FirstPicture` draws the first state into the HTML; `FigureShell` loads the figure's script when
 * a reader comes near; `LiveFigure` keeps the state, plays, resets, puts the state into the address, tells screen readers.
 * Nothing moves when one takes the other's place, because both draw the same view.
 *
 * How a figure is added:
 * 1. its numbers in `lib/figures/<name>.ts`, pure, from `lib/autograd/core` (a light door: the page loads it); name it
 *    among the side doors in tests/architecture.test.ts, so that each figure loads its own numbers alone;
 * 2. `components/figures/<name>/`: `index.ts` (the definition), `view.tsx`, `words.ts` (both languages);
 * 3. a row in `components/figures/loaders.ts` and in `definitions.ts`, its name in `FIGURES` of lib/content/vocabulary.ts.
 * Then `<Figure name="…" alt="…" caption="…" state="x:1.5" />` shows it in a chapter, and `/<locale>/figure/<name>/` alone.
 *
 * To draw with:
 * - `planeOf(xScale, yScale, ratio)` and `PlaneArea`: axes; shapes inside are SVG that stretches with the page (`Curve`,
 *   `Segment`, `Arrow`, `Dot`, `Dots`, or any SVG with `plane.px(x)` and `plane.py(y)`), `marks` are elements that keep their size
 *   (`Mark`, `Handle`). `xTick={null}` leaves out an axis: a plane without axes is a canvas for graphs and networks.
 * - `Handle`: a point to drag, by mouse, finger and arrow keys. `onPress` of the plane: pressed anywhere else.
 * - `NumberEntry`: a number to change where it stands, dragged sideways, typed, or by the arrow keys.
 * - `Slider`, `NumberBox`, `Choice`, `Toggle`, `Stepper` (play, step, back, start; arrow keys).
 * - `Readout` with `Reading`: names and numbers. `Formula`: KaTeX, set by the build, with the numbers of now put in:
 *   `\text{@x}` in the TeX is the place of `values.x`.
 * - `fixed`, `signed`, `significant` of lib/figures: numbers as texts. `Ink`: colours by meaning.
 * - Classes: `fig-controls` (a row of controls), `fig-results` (formula and readings), `fig-columns` (planes side by side
 *   where there is room). All lengths follow the figure's own width, by container queries.
 *
 * Everything that is drawn is hidden from screen readers, except controls and handles; `describe` says what it shows.
 * Playing follows `playback.at(state, position)`: positions between two steps are the way from one to the next, and with
 * reduced motion there are only whole ones. What moves by itself beyond that belongs under
 * `@media (prefers-reduced-motion: no-preference)` in figures.css.
 */
export { Choice } from "./choice";
export type { FigureDefinition, Playback, Player, ViewProps } from "./definition";
export { Formula, type FormulaValue } from "./formula";
export { Handle } from "./handle";
export type { Ink } from "./ink";
export { Mark } from "./mark";
export { NumberBox } from "./number-box";
export { NumberEntry } from "./number-entry";
export { type Plane, PlaneArea, percent, planeOf, round } from "./plane";
export { Reading, Readout } from "./readout";
export { Arrow, Curve, Dot, Dots, Segment } from "./shapes";
export { Slider } from "./slider";
export { Stepper } from "./stepper";
export { Toggle } from "./toggle";
