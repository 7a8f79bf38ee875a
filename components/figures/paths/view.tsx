import { fixed, significant } from "@/lib/figures";
import { HIDDEN, INPUTS, type NodeName, OUTPUTS, TARGET, WEIGHTS } from "@/lib/figures/network";
import { type Factor, type Path, studied } from "@/lib/figures/paths";
import type { Locale } from "@/lib/i18n";
import { LabelText } from "../../output/label-text";
import { Reading, Readout, Slider, Stepper, type ViewProps } from "../kit";
import { ArrowLine } from "../network/arrow-line";
import { ErrorBox } from "../network/error-box";
import { Gauge } from "../network/gauge";
import { along, type Geometry, heading } from "../network/geometry";
import { printed, shortName } from "../network/names";
import { placeOf, settingText } from "../network/setting-entries";
import { NetworkStage, spot } from "../network/stage";
import { amount, Ledger, tex } from "./ledger";
import { productPlace } from "./product-place";
import { MOST_ETA, MOST_UPDATES, PATHS_PLAYBACK, type PathsState, pathSteps } from "./state";
import { type Leg, PARAMETER_ORDER, trail, valueBeside, walker } from "./trail";
import { PATHS_WORDS } from "./words";

/** The network backward: one parameter, all paths from the error to it, the slopes along them, and the update. */
export function PathsView({ id, locale, state, player, layout, set }: ViewProps<PathsState>) {
  const words = PATHS_WORDS[locale];
  const { pick, eta, updates } = state;
  const { settings, run, next, after, paths } = studied(pick, eta, updates);
  const position = PATHS_PLAYBACK.position(state);
  const last = pathSteps(pick);
  const length = last - 1;
  const shown = Math.floor(position);

  const draw = (geometry: Geometry) => {
    const { node, error, weight, toError } = geometry;
    const legs = paths.map((path) => trail(path, pick, geometry));
    return (
      <>
        {WEIGHTS.map((name) => (
          <ArrowLine key={name} arrow={weight[name]} />
        ))}
        {OUTPUTS.map((name) => (
          <ArrowLine key={name} arrow={toError[name]} />
        ))}
        {legs.map((path, index) => (
          <Trail
            key={paths[index]?.through}
            legs={path}
            position={position}
            path={index}
            apart={paths.length > 1}
          />
        ))}
        {INPUTS.map((name) => (
          <Gauge key={name} at={node[name]} value={run.out[name]} name={printed(name)} {...shownIn(name)} />
        ))}
        {[...HIDDEN, ...OUTPUTS].map((name) => (
          <Gauge
            key={name}
            at={node[name]}
            value={run.out[name]}
            name={printed(name)}
            {...shownIn(name)}
            {...targetOf(name)}
          />
        ))}
        <ErrorBox at={error} text={fixed(run.error, 4)} lit />
        {legs.map((path, index) => (
          <Slopes key={paths[index]?.through} legs={path} path={paths[index]} shown={shown} row={index} />
        ))}
        {position < length &&
          legs.map((path, index) => (
            <Walker
              key={paths[index]?.through}
              legs={path}
              path={paths[index]}
              position={position}
              geometry={geometry}
              row={index}
            />
          ))}
      </>
    );
  };

  /** A node shows its value; where a path has gone through its sigmoid, or ends at its value, the slope that it gave. */
  function shownIn(name: NodeName): { text: string; lit: boolean; path?: 0 | 1 | "both" } {
    const through = paths.flatMap(({ factors }, row) => {
      const index = factors.findIndex(({ kind, at }) => kind === "sigmoid" && at === name);
      return index >= 0 && index < shown
        ? [{ row: row === 0 ? (0 as const) : (1 as const), slope: factors[index]?.slope ?? 0 }]
        : [];
    });
    const [first] = through;
    if (first)
      return { text: `×${fixed(first.slope, 4)}`, lit: true, path: through.length > 1 ? "both" : first.row };
    if (name === valueBeside(pick) && shown >= length)
      return { text: `×${outText(name)}`, lit: true, path: paths.length > 1 ? "both" : 0 };
    return { text: outText(name), lit: false };
  }

  function outText(name: NodeName): string {
    return name === "i1" || name === "i2" ? settingText(settings[name]) : fixed(run.out[name], 4);
  }

  function targetOf(name: NodeName) {
    return name === "o1" || name === "o2" ? { target: settings[TARGET[name]] } : {};
  }

  const rowOf = (name: string) =>
    paths.findIndex(({ factors }) => factors.some(({ kind, at }) => kind === "weight" && at === name));
  return (
    <div className="net-figure">
      <NetworkStage seen={layout} draw={draw}>
        {PARAMETER_ORDER.map((name) => (
          <label
            key={name}
            className="net-pick"
            data-picked={name === pick ? "" : undefined}
            data-path={position > 2 && rowOf(name) >= 0 ? rowOf(name) : undefined}
            style={spot(placeOf(name))}
          >
            <input
              type="radio"
              name={`${id}-pick`}
              aria-label={`${words.parameter(name)}, ${settingText(settings[name])}`}
              checked={name === pick}
              onChange={() => set({ pick: name, step: pathSteps(name) })}
            />
            <span aria-hidden="true">
              <i>{shortName(name)}</i> <b>{labelText(settings[name])}</b>
            </span>
          </label>
        ))}
      </NetworkStage>
      <Ledger run={run} paths={paths} parameter={pick} shown={shown} locale={locale} />
      <div className="fig-controls paths-walk">
        <Stepper player={player} locale={locale} text={words.step(shown, last)} />
      </div>
      <div className="paths-update">
        <p className="paths-rule" aria-hidden="true">
          <LabelText label={`$${tex(pick)}$`} /> ← {exact(settings[pick])} − {fixed(eta, 2)} ·{" "}
          <span data-ink="backward">{bracketed(run.gradient[pick])}</span> ={" "}
          <b data-ink="forward">{fixed(next[pick], 9)}</b>
        </p>
        <Readout>
          <Reading name={words.error} ink="backward">
            {fixed(run.error, 9)}
          </Reading>
          <Reading name={words.errorNext} ink="soft">
            {fixed(after.error, 9)}
          </Reading>
        </Readout>
      </div>
      <div className="fig-controls">
        <Slider
          label="$\eta$"
          name={words.eta}
          min={0}
          max={MOST_ETA}
          step={0.05}
          value={eta}
          text={fixed(eta, 2)}
          onChange={(value) => set({ eta: value })}
        />
        <button
          type="button"
          className="paths-button"
          aria-disabled={updates >= MOST_UPDATES}
          onClick={() => updates < MOST_UPDATES && set({ updates: updates + 1 })}
        >
          {words.update}
        </button>
        <span className="fig-progress">{words.updated(updates)}</span>
      </div>
    </div>
  );
}

/** A number that is reckoned with: all its digits, if there are not many. */
function exact(value: number): string {
  return Number(value.toFixed(2)) === value ? fixed(value, 2) : fixed(value, 9);
}

function bracketed(value: number): string {
  return value < 0 ? `(${amount(value)})` : amount(value);
}

/** A parameter on its arrow: there is room for four letters. */
function labelText(value: number): string {
  return Number(value.toFixed(2)) === value ? fixed(value, 2) : fixed(value, 3);
}

interface TrailProps {
  legs: readonly Leg[];
  position: number;
  path: number;
  /** Two paths on one arrow stand side by side. */
  apart: boolean;
}

/** What has been walked of a path. */
function Trail({ legs, position, path, apart }: TrailProps) {
  return legs.map((leg, index) => {
    const part = Math.min(1, Math.max(0, position - index));
    if (leg.kind === "node" || part === 0) return null;
    const { start, end } = leg.arrow;
    const head = along(leg.arrow, part);
    const shift = apart && index === legs.length - 1 ? (path === 0 ? -2.5 : 2.5) : 0;
    const turn = (heading({ start, end }) * Math.PI) / 180;
    const [dx, dy] = [-Math.sin(turn) * shift, Math.cos(turn) * shift];
    return (
      <line
        key={leg.name}
        className="paths-trail"
        data-path={path}
        x1={start.x + dx}
        y1={start.y + dy}
        x2={head.x + dx}
        y2={head.y + dy}
      />
    );
  });
}

/** The slope of each arrow from the error, where it was walked; a weight's slope is the weight, and stands there already. */
function Slopes({
  legs,
  path,
  shown,
  row,
}: {
  legs: readonly Leg[];
  path: Path | undefined;
  shown: number;
  row: number;
}) {
  const [first] = legs;
  const slope = path?.factors[0]?.slope;
  if (shown < 1 || first?.kind !== "arrow" || slope === undefined) return null;
  const { x, y } = along(first.arrow, 0.5);
  return (
    <g className="paths-slope" data-path={row}>
      <rect x={x - 40} y={y - 11} width="80" height="22" rx="6" />
      <text x={x} y={y + 4.5}>
        ×{fixed(slope, 4)}
      </text>
    </g>
  );
}

/** The product so far, on its way. */
function Walker({
  legs,
  path,
  position,
  geometry,
  row,
}: {
  legs: readonly Leg[];
  path: Path | undefined;
  position: number;
  geometry: Geometry;
  row: number;
}) {
  const at = walker(legs, position);
  if (!at || !path || position === 0) return null;
  const product = path.factors
    .slice(0, Math.floor(position))
    .reduce((all: number, { slope }: Factor) => all * slope, 1);
  const text = significant(product, 4);
  const label = productPlace(at, legs, position, row, geometry.orientation, text);
  return (
    <g className="paths-walker" data-path={row}>
      <circle cx={at.x} cy={at.y} r="6" />
      <text x={label.x} y={label.y}>
        {text}
      </text>
    </g>
  );
}

/** The paths, their slopes, the sum and the update in words. */
export function describePaths({ pick, eta, updates }: PathsState, locale: Locale): string {
  const words = PATHS_WORDS[locale];
  const { settings, run, next, paths } = studied(pick, eta, updates);
  return words.describe({
    name: words.parameter(pick),
    paths: paths.map(
      ({ factors, product }) =>
        `${factors.map(({ slope }) => significant(slope, 4)).join(" · ")} = ${amount(product)}`,
    ),
    sum: amount(run.gradient[pick]),
    before: settingText(settings[pick]),
    after: fixed(next[pick], 9),
    error: fixed(run.error, 9),
  });
}
