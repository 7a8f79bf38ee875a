import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import {
  namesOf,
  readSketch,
  type SketchExercise,
  sketchCurve,
  sketchPlaces,
  writeNumber,
  writeSketch,
} from "@/lib/exercise";
import type { ExerciseWords } from "@/lib/i18n";
import type { Answering } from "../use-answer";

const WIDTH = 480;
const HEIGHT = 300;
const MARGIN = { left: 46, right: 14, top: 12, bottom: 40 };
/** Heights between two presses of an arrow key: fine enough for any tolerance. */
const STEPS = 40;

interface Props {
  exercise: SketchExercise<ReactNode>;
  answering: Answering;
  feedback: string;
  words: ExerciseWords;
}

/** A picture to draw a curve in: by dragging across it, or point by point with the keyboard. */
export function SketchField({ exercise, answering, feedback, words }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const last = useRef<{ index: number; height: number } | null>(null);
  const { text, setText, said, combination, progress } = answering;
  const heights = readSketch(exercise, text) ?? Array.from({ length: exercise.points }, () => null);
  const latest = useRef(heights);
  latest.current = heights;
  const { x, y } = exercise;
  const places = sketchPlaces(exercise);
  const toX = (value: number) =>
    MARGIN.left + ((value - x.from) / (x.to - x.from)) * (WIDTH - MARGIN.left - MARGIN.right);
  const toY = (value: number) =>
    HEIGHT - MARGIN.bottom - ((value - y.from) / (y.to - y.from)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const shown = said?.kind === "right" || progress.revealed;
  const curve = shown
    ? sketchCurve(exercise, exercise.answer, namesOf(exercise.parameters, combination))
    : null;

  function at(event: PointerEvent): { index: number; height: number } | null {
    const box = svg.current?.getBoundingClientRect();
    if (!box) return null;
    const px = ((event.clientX - box.left) / box.width) * WIDTH;
    const py = ((event.clientY - box.top) / box.height) * HEIGHT;
    const part = (px - MARGIN.left) / (WIDTH - MARGIN.left - MARGIN.right);
    const up = (HEIGHT - MARGIN.bottom - py) / (HEIGHT - MARGIN.top - MARGIN.bottom);
    const index = Math.min(exercise.points - 1, Math.max(0, Math.round(part * (exercise.points - 1))));
    return { index, height: y.from + Math.min(1, Math.max(0, up)) * (y.to - y.from) };
  }

  function change(changes: (next: (number | null)[]) => void) {
    const next = [...latest.current];
    changes(next);
    latest.current = next;
    setText(writeSketch(next));
  }

  /** A quick pointer leaps over points: those between get heights on the line. */
  function draw(event: PointerEvent) {
    const to = at(event);
    if (!to) return;
    const from = last.current ?? to;
    last.current = to;
    change((next) => {
      const span = Math.max(1, Math.abs(to.index - from.index));
      for (let step = 0; step <= span; step++) {
        const index = Math.round(from.index + ((to.index - from.index) * step) / span);
        next[index] = from.height + ((to.height - from.height) * step) / span;
      }
    });
  }

  function onKeyDown(event: KeyboardEvent, index: number) {
    const step = (y.to - y.from) / STEPS;
    const now = heights[index] ?? (y.from + y.to) / 2;
    const next: Record<string, number | null> = {
      ArrowUp: now + step,
      ArrowDown: now - step,
      PageUp: now + 5 * step,
      PageDown: now - 5 * step,
      Home: y.from,
      End: y.to,
      Delete: null,
      Backspace: null,
    };
    if (event.key in next) {
      event.preventDefault();
      const height = next[event.key] ?? null;
      change((all) => {
        all[index] = height === null ? null : Math.min(y.to, Math.max(y.from, height));
      });
    } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      event.preventDefault();
      const handles = svg.current?.querySelectorAll<SVGElement>("[role=slider]");
      handles?.[index + (event.key === "ArrowRight" ? 1 : -1)]?.focus();
    }
  }

  const drawn = heights.flatMap((height, index) =>
    height === null ? [] : [[places[index] ?? 0, height] as const],
  );
  return (
    <>
      <svg
        ref={svg}
        className="sketch"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          last.current = null;
          draw(event);
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && draw(event)}
      >
        <title>{`${y.label} / ${x.label}`}</title>
        <Axes exercise={exercise} toX={toX} toY={toY} />
        {curve && (
          <text
            className="sketch-legend"
            x={WIDTH - MARGIN.right - 6}
            y={HEIGHT - MARGIN.bottom - 10}
            textAnchor="end"
          >
            {words.theCurve}
          </text>
        )}
        {curve && (
          <polyline
            className="sketch-curve"
            points={points(
              places.map((place, i) => [place, curve[i] ?? 0]),
              toX,
              toY,
            )}
          />
        )}
        <polyline className="sketch-line" points={points(drawn, toX, toY)} />
        {places.map((place, index) => {
          const height = heights[index] ?? null;
          return (
            <circle
              key={place}
              className="sketch-point"
              data-empty={height === null ? "" : undefined}
              cx={toX(place)}
              cy={toY(height ?? (y.from + y.to) / 2)}
              r={6}
              role="slider"
              tabIndex={0}
              aria-label={words.point(writeNumber(place))}
              aria-valuemin={y.from}
              aria-valuemax={y.to}
              aria-valuenow={height ?? (y.from + y.to) / 2}
              aria-valuetext={height === null ? words.noPoint : writeNumber(Number(height.toPrecision(3)))}
              aria-orientation="vertical"
              aria-describedby={feedback}
              onKeyDown={(event) => onKeyDown(event, index)}
            />
          );
        })}
      </svg>
      <p className="sketch-help">
        {words.curveHelp}
        {drawn.length > 0 && (
          <button type="button" className="quiet-button" onClick={() => setText("")}>
            {words.eraseCurve}
          </button>
        )}
      </p>
    </>
  );
}

function points(
  pairs: readonly (readonly [number, number])[],
  toX: (value: number) => number,
  toY: (value: number) => number,
): string {
  return pairs.map(([px, py]) => `${toX(px).toFixed(1)},${toY(py).toFixed(1)}`).join(" ");
}

/** Five round values of an axis at most. */
function ticks(from: number, to: number): number[] {
  const rough = (to - from) / 4;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5].find((one) => one * unit >= rough) ?? 10) * unit;
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

function Axes({
  exercise: { x, y },
  toX,
  toY,
}: {
  exercise: SketchExercise<ReactNode>;
  toX: (value: number) => number;
  toY: (value: number) => number;
}) {
  return (
    <g>
      {ticks(y.from, y.to).map((value) => (
        <g key={value}>
          <line className="sketch-grid" x1={toX(x.from)} x2={toX(x.to)} y1={toY(value)} y2={toY(value)} />
          <text className="sketch-tick" x={toX(x.from) - 8} y={toY(value)} dy="0.32em" textAnchor="end">
            {writeNumber(value)}
          </text>
        </g>
      ))}
      {ticks(x.from, x.to).map((value) => (
        <text key={value} className="sketch-tick" x={toX(value)} y={toY(y.from) + 16} textAnchor="middle">
          {writeNumber(value)}
        </text>
      ))}
      <text className="sketch-label" x={toX(x.to)} y={HEIGHT - 5} textAnchor="end">
        {x.label}
      </text>
      <text className="sketch-label" x={toX(x.from) + 6} y={MARGIN.top + 10}>
        {y.label}
      </text>
      <line className="sketch-axis" x1={toX(x.from)} x2={toX(x.to)} y1={toY(y.from)} y2={toY(y.from)} />
    </g>
  );
}
