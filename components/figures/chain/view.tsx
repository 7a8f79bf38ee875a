import { fixed, significant } from "@/lib/figures";
import {
  CHAIN_INPUTS,
  CHAIN_STEPS,
  type ChainEdge,
  type ChainName,
  type ChainRun,
  runChain,
} from "@/lib/figures/chain";
import type { Locale } from "@/lib/i18n";
import { Formula, type FormulaValue, Stepper, type ViewProps } from "../kit";
import { NumberEntry } from "../kit/number-entry";
import { BothLayouts } from "../network/both-layouts";
import { type Arrow, along, arrowBetween, heading } from "../network/geometry";
import { printed } from "../network/names";
import { place } from "../network/stage";
import { CHAIN_GEOMETRY, type ChainGeometry } from "./geometry";
import { type ChainState, knownAt, SEED, SETTING_LIMIT, slopeKnownAt } from "./state";
import { CHAIN_WORDS } from "./words";

/** What each step does, as its node shows it. */
const SIGNS = { h1: "×", h2: "+", h3: "× −1", h4: "exp", h5: "+ 1", h6: "1 / ·" } as const;

/** Pixels between the way forward and the way back. */
const LANE = 5;

/** A number as the figure writes it: four digits behind the point, fewer or a power of ten where these would not do. */
export function chainNumber(value: number): string {
  if (value !== 0 && Math.abs(value) < 1e-3) return significant(value, 3);
  return fixed(value, Math.abs(value) >= 100 ? 1 : 4);
}

function settingText(value: number): string {
  return Number(value.toFixed(2)) === value ? fixed(value, 2) : significant(value, 4);
}

/** The six steps as a graph: values above, gradients below, the slope along each arrow. */
export function ChainView({ locale, state, formulas, player, layout, set }: ViewProps<ChainState>) {
  const words = CHAIN_WORDS[locale];
  const run = runChain(state);
  const { step } = state;
  return (
    <>
      <div className="chain-stage">
        <BothLayouts
          seen={layout}
          draw={(orientation) => {
            const geometry = CHAIN_GEOMETRY[orientation];
            return (
              <svg
                className={`net-picture net-${geometry.orientation}`}
                viewBox={`0 0 ${geometry.width} ${geometry.height}`}
                aria-hidden="true"
              >
                {run.edges.map((edge) => (
                  <Wire key={edge.from + edge.to} edge={edge} geometry={geometry} step={step} />
                ))}
                {CHAIN_STEPS.map((name) => (
                  <Step key={name} name={name} geometry={geometry} run={run} step={step} />
                ))}
                {CHAIN_INPUTS.map((name) => (
                  <Gradient key={name} name={name} geometry={geometry} run={run} step={step} />
                ))}
              </svg>
            );
          }}
        />
        {CHAIN_INPUTS.map((name) => (
          <NumberEntry
            key={name}
            name={name}
            label={words.setting[name]}
            value={state[name]}
            min={-SETTING_LIMIT}
            max={SETTING_LIMIT}
            step={0.05}
            write={settingText}
            style={place((orientation) => {
              const { node, width, height } = CHAIN_GEOMETRY[orientation];
              return { at: node[name], width, height };
            })}
            onChange={(value) => set({ [name]: value })}
          />
        ))}
      </div>
      <div className="chain-work">
        {formulasAt(run, step).map(([name, values], row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of the same step
          <Formula key={row} formulas={formulas} name={name} values={values} />
        ))}
      </div>
      <div className="fig-controls">
        <Stepper player={player} locale={locale} text={progress(step, locale)} />
        <p className="chain-key" aria-hidden="true">
          <span data-ink="forward">{words.value}</span>
          <span data-ink="backward">{words.gradient}</span>
          <span data-ink="soft">{words.along}</span>
        </p>
      </div>
    </>
  );
}

function progress(step: number, locale: Locale): string {
  const words = CHAIN_WORDS[locale];
  const now = Math.ceil(step);
  if (now === 0) return words.ready;
  if (now < SEED) return words.forward(now);
  return now === SEED ? words.seed : words.back(now - SEED);
}

/** An arrow of the graph: the value goes along it, later the gradient comes back beside it. */
function Wire({ edge, geometry, step }: { edge: ChainEdge; geometry: ChainGeometry; step: number }) {
  const { node, radius } = geometry;
  const wide = edge.from.startsWith("h")
    ? radius + 3
    : geometry.orientation === "across"
      ? 34
      : edge.from === "b"
        ? 40
        : 22;
  const line = arrowBetween(node[edge.from], node[edge.to], wide, radius + 3);
  const there = moved(line, -LANE);
  const back = moved({ start: line.end, end: line.start }, -LANE);
  const forth = part(step, knownAt(edge.to));
  const home = part(step, slopeKnownAt(edge.from));
  const middle = along(line, 0.5);
  const label = `× ${chainSlope(edge.slope)}`;
  const pill = 14 + 6.6 * label.length;
  return (
    <g>
      <Lane line={there} done={forth} ink="forward" />
      <Lane line={back} done={home} ink="backward" />
      {step >= SEED && (
        <g className="chain-slope" data-lit={home > 0 && home < 1 ? "" : undefined}>
          <rect x={middle.x - pill / 2} y={middle.y - 9.5} width={pill} height="19" rx="9.5" />
          <text x={middle.x} y={middle.y + 4}>
            {label}
          </text>
        </g>
      )}
    </g>
  );
}

/** A slope in a few letters: it stands on an arrow. */
function chainSlope(value: number, digits = 3): string {
  if (!Number.isFinite(value) || Number.isInteger(value)) return significant(value, 4);
  if (Math.abs(value) < 1e-3) return significant(value, 2);
  return fixed(value, digits).replace(/0+$/, "");
}

/** How much of a step has been done: 0 before it, 1 after it. */
function part(step: number, end: number): number {
  return Math.min(1, Math.max(0, step - end + 1));
}

/** The same way, some pixels to its right. */
function moved({ start, end }: Arrow, by: number): Arrow {
  const turn = ((heading({ start, end }) + 90) * Math.PI) / 180;
  const [dx, dy] = [Math.cos(turn) * by, Math.sin(turn) * by];
  return { start: { x: start.x + dx, y: start.y + dy }, end: { x: end.x + dx, y: end.y + dy } };
}

/** One direction of an arrow: faint before anything goes along it. */
function Lane({ line, done, ink }: { line: Arrow; done: number; ink: "forward" | "backward" }) {
  const { start, end } = line;
  const head = along(line, done);
  return (
    <g className="chain-lane" data-ink={ink}>
      {ink === "forward" && <line className="chain-bed" x1={start.x} y1={start.y} x2={end.x} y2={end.y} />}
      {done > 0 && (
        <>
          <line x1={start.x} y1={start.y} x2={head.x} y2={head.y} />
          <path
            d="M1,0 L-8,-4.2 L-8,4.2 Z"
            transform={`translate(${head.x},${head.y}) rotate(${heading(line)})`}
          />
        </>
      )}
    </g>
  );
}

interface StepProps {
  geometry: ChainGeometry;
  run: ChainRun;
  step: number;
}

/** A node: what it does, its value, its gradient. */
function Step({ name, geometry, run, step }: StepProps & { name: (typeof CHAIN_STEPS)[number] }) {
  const { node, radius, value, anchor } = geometry;
  const { x, y } = node[name];
  const known = step >= knownAt(name);
  const now = Math.ceil(step) === knownAt(name) || Math.ceil(step) === slopeKnownAt(name);
  return (
    <g className="chain-node" data-known={known ? "" : undefined} data-lit={now ? "" : undefined}>
      <circle cx={x} cy={y} r={radius} />
      <text x={x} y={y + 5.5}>
        {SIGNS[name]}
      </text>
      {known && (
        <text x={x + value.x} y={y + value.y} className="chain-value" style={{ textAnchor: anchor.value }}>
          <tspan className="net-name">{name === "h6" ? "f" : printed(name)}</tspan>{" "}
          {chainNumber(run.value[name])}
        </text>
      )}
      <Gradient name={name} geometry={geometry} run={run} step={step} />
    </g>
  );
}

function Gradient({ name, geometry, run, step }: StepProps & { name: ChainName }) {
  if (step < slopeKnownAt(name)) return null;
  const { node, gradient, anchor, orientation } = geometry;
  const { x, y } = node[name];
  const input = !name.startsWith("h");
  const at = input
    ? { x, y: y + (name === "b" || (orientation === "across" && name === "x") ? 34 : -22) }
    : { x: x + gradient.x, y: y + gradient.y };
  return (
    <text {...at} className="chain-gradient" style={{ textAnchor: input ? "middle" : anchor.gradient }}>
      {chainNumber(run.gradient[name])}
    </text>
  );
}

/** The formulas of the step that is being taken, or was taken last, with their numbers. */
function formulasAt(
  { settings, value, gradient, edges }: ChainRun,
  step: number,
): [string, Record<string, FormulaValue>][] {
  const now = Math.ceil(step);
  if (now === SEED) return [["seed", {}]];
  if (now < SEED) {
    const result = CHAIN_STEPS[now - 1];
    const values: Record<string, FormulaValue> = {
      ...Object.fromEntries(CHAIN_STEPS.map((name) => [name, chainNumber(value[name])])),
      w: settingText(settings.w),
      x: bracketed(settings.x, settingText(settings.x)),
      b: bracketed(settings.b, settingText(settings.b)),
      h2: bracketed(value.h2, chainNumber(value.h2)),
    };
    return [[`f${now}`, result ? { ...values, value: [chainNumber(value[result]), "forward"] } : values]];
  }
  return edges
    .filter(({ from }) => slopeKnownAt(from) === now)
    .map(({ from, to, slope }) => [
      from === "h5" ? "backF" : from.startsWith("h") ? "backH" : "back",
      {
        by: from.replace("h", ""),
        through: to.replace("h", ""),
        arrived: [chainNumber(gradient[to]), "backward"],
        along: bracketed(slope, chainSlope(slope, 4)),
        gradient: [chainNumber(gradient[from]), "backward"],
      },
    ]);
}

/** Below zero in brackets: two signs do not stand side by side. */
function bracketed(value: number, text: string): string {
  return value < 0 ? `(${text})` : text;
}

/** What the reader sees now, in words. */
export function describeChain(state: ChainState, locale: Locale): string {
  const words = CHAIN_WORDS[locale];
  const run = runChain(state);
  const names = [...CHAIN_INPUTS, ...CHAIN_STEPS];
  const at = Math.floor(state.step);
  const values = names
    .filter((name) => knownAt(name) <= at)
    .map((name) => `${name} = ${chainNumber(run.value[name])}`);
  const gradients = names
    .filter((name) => slopeKnownAt(name) <= at)
    .map((name) => `∂f/∂${name} = ${chainNumber(run.gradient[name])}`);
  return [progress(at, locale), words.values(values), gradients.length > 0 ? words.gradients(gradients) : ""]
    .filter((sentence) => sentence !== "")
    .join(locale === "zh" ? "。" : ". ");
}
