import { useMemo } from "react";
import type { Messages } from "@/lib/i18n";
import type { HeatData, TensorData } from "@/lib/protocol";
import { type HeatScale, heatScale, shadeColor, shadeOf, stripOf } from "./heat-colors";
import { numberText } from "./numbers";

/** CSS pixels of a cell and of a whole map, at most. */
const CELL = 22;
const WIDTH = 512;

/** A matrix as colours. The numbers themselves stand beside it as text. */
export function HeatMap({ tensor, heat, words }: { tensor: TensorData; heat: HeatData; words: Messages }) {
  const scale = useMemo(() => heatScale(heat.values, heat.range), [heat]);
  const shades = useMemo(() => scale && pathsByShade(heat, scale), [heat, scale]);
  if (!scale || !shades) return null;
  const [rows = 0, columns = 0] = tensor.shape;
  const label = words.heatOf(`${rows} × ${columns}`, numberText(scale.least), numberText(scale.most));
  const cell = Math.min(CELL, WIDTH / Math.max(heat.columns, heat.rows));
  const sampled = heat.rows < rows || heat.columns < columns;
  return (
    <figure className="heat-map">
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${heat.columns} ${heat.rows}`}
        width={cell * heat.columns}
        height={cell * heat.rows}
        shapeRendering="crispEdges"
      >
        <rect className="heat-none" width={heat.columns} height={heat.rows} />
        {[...shades].map(([shade, path]) => (
          <path key={shade} d={path} style={{ fill: shadeColor(shade) }} />
        ))}
      </svg>
      <figcaption className="output-note">
        <span className="heat-scale">
          {numberText(scale.least)}
          <span className="heat-strip" style={{ background: stripOf(scale) }} />
          {numberText(scale.most)}
        </span>
        {sampled && <span>{words.heatSampled(heat.rows, heat.columns)}</span>}
      </figcaption>
    </figure>
  );
}

/** One path for all cells of a shade: few elements, however many cells. */
function pathsByShade({ rows, columns, values }: HeatData, scale: HeatScale): Map<number, string> {
  const paths = new Map<number, string>();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const shade = shadeOf(values[row * columns + column] ?? Number.NaN, scale);
      if (shade !== null) paths.set(shade, `${paths.get(shade) ?? ""}M${column} ${row}h1v1h-1z`);
    }
  }
  return paths;
}
