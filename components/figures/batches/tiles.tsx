import { memo } from "react";
import { remembering } from "@/lib/figures";
import { type Cut, dealt } from "@/lib/figures/batches";
import { round } from "../kit";

const WIDTH = 600;
const HEIGHT = 210;
/** More tiles than this are too small to see: each then stands for several batches. */
const MOST_TILES = 1800;
/** In units of the drawing: below these a sample is not drawn, and not numbered. */
const SAMPLE = 7;
const NUMBERED = 22;

/** How the tiles lie. */
interface Layout {
  /** Batches to a tile. */
  group: number;
  /** Tiles, an incomplete batch that is left out included. */
  count: number;
  columns: number;
  /** Distance from one tile to the next, and the gap within it. */
  across: number;
  down: number;
  gap: number;
}

export const layoutOf = remembering((batches: number): Layout => {
  const group = Math.ceil(batches / MOST_TILES);
  const count = Math.ceil(batches / group);
  // Tiles a little wider than high, as many to a row as fill the picture.
  const columns = Math.max(1, Math.min(count, Math.ceil(Math.sqrt((count * WIDTH) / (HEIGHT * 1.25)))));
  const rows = Math.ceil(count / columns);
  const across = WIDTH / columns;
  const down = Math.min(HEIGHT / rows, across);
  return { group, count, columns, across, down, gap: Math.min(6, Math.min(across, down) * 0.16) };
});

interface TilesProps {
  samples: number;
  size: number;
  cut: Cut;
  epoch: number;
  /** Batches of this epoch that are done; a fraction is under way. */
  done: number;
}

/** An epoch's samples, cut into batches: a tile each, filled when the batch has been used. */
export function Tiles({ samples, size, cut, epoch, done }: TilesProps) {
  const all = Math.ceil(samples / size);
  const layout = layoutOf(all);
  const { group, count, columns, across, down, gap } = layout;
  const height = Math.ceil(count / columns) * down;
  const passed = Math.floor(done / group);
  const current = place(layout, passed);
  const underWay = done / group - passed;
  const incomplete = samples % size;
  const tiles = tilesPath(all, samples, size);
  return (
    <svg className="batch-tiles" viewBox={`0 0 ${WIDTH} ${round(height)}`} aria-hidden="true">
      <path className="batch-tile" d={tiles.path} />
      <path className="batch-tile-done" d={tiles.path.slice(0, tiles.ends[passed - 1] ?? 0)} />
      {incomplete > 0 && group === 1 && (
        <path className="batch-tile-rest" data-dropped={cut.dropped > 0} d={tilePath(layout, all - 1, 1)} />
      )}
      {done < cut.batches && underWay > 0 && (
        <path
          className="batch-tile-now"
          d={box(
            current.x + gap / 2,
            current.y + gap / 2,
            (across - gap) *
              underWay *
              (group === 1 && passed === all - 1 ? partOfLast(layout, samples, size) : 1),
            down - gap,
          )}
        />
      )}
      <Samples layout={layout} samples={samples} size={size} epoch={epoch} />
    </svg>
  );
}

function place({ columns, across, down }: Layout, tile: number): { x: number; y: number } {
  const row = Math.floor(tile / columns);
  return { x: (tile - row * columns) * across, y: row * down };
}

/** Which part of a full batch's tile the last one fills. */
function partOfLast(layout: Layout, samples: number, size: number): number {
  const rest = samples % size || size;
  const { rows, columns, cell } = sampleGrid(layout, size);
  return cell < SAMPLE ? rest / size : Math.ceil(rest / rows) / columns;
}

/** All tiles as one shape, and where in it each ends: what is done is its beginning. */
const tilesPath = remembering((batches: number, samples: number, size: number) => {
  const layout = layoutOf(batches);
  const ends: number[] = [];
  let path = "";
  for (let tile = 0; tile < layout.count; tile += 1) {
    const last = layout.group === 1 && tile === batches - 1;
    path += tilePath(layout, tile, last ? partOfLast(layout, samples, size) : 1);
    ends.push(path.length);
  }
  return { path, ends };
});

function tilePath(layout: Layout, tile: number, part: number): string {
  const { across, down, gap } = layout;
  const { x, y } = place(layout, tile);
  return box(x + gap / 2, y + gap / 2, (across - gap) * part, down - gap);
}

function box(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;
}

/** The samples within the tiles, where they are large enough, and their numbers, where those can be read. */
const Samples = memo(function Samples({
  layout,
  samples,
  size,
  epoch,
}: {
  layout: Layout;
  samples: number;
  size: number;
  epoch: number;
}) {
  const grid = sampleGrid(layout, size);
  if (layout.group > 1 || grid.cell < SAMPLE) return null;
  const order = orderOf(samples, epoch);
  const spots = order.map((sample, index) => {
    const tile = place(layout, Math.floor(index / size));
    const within = index % size;
    const column = Math.floor(within / grid.rows);
    return {
      sample,
      x: tile.x + layout.gap / 2 + (column + 0.5) * grid.across,
      y: tile.y + layout.gap / 2 + (within - column * grid.rows + 0.5) * grid.down,
    };
  });
  const half = grid.cell * 0.36;
  return (
    <>
      <path
        className="batch-sample"
        d={spots.map(({ x, y }) => box(x - half, y - half, 2 * half, 2 * half)).join("")}
      />
      {grid.cell >= NUMBERED &&
        spots.map(({ sample, x, y }) => (
          <text key={sample} x={round(x)} y={round(y)} fontSize={round(Math.min(24, grid.cell * 0.42))}>
            {sample + 1}
          </text>
        ))}
    </>
  );
});

const orderOf = remembering(dealt);

/** How a batch's samples lie in its tile: column by column, so that the part of it that is filled is the part that is full. */
function sampleGrid({ across, down, gap }: Layout, size: number) {
  const [width, height] = [across - gap, down - gap];
  const ideal = Math.sqrt((size * height) / width);
  // Rows that leave no column incomplete, if they are near what looks best.
  const even = [Math.round(ideal), Math.floor(ideal), Math.ceil(ideal), Math.ceil(ideal) + 1];
  const rows = even.find((count) => count > 0 && size % count === 0) ?? Math.max(1, Math.round(ideal));
  const columns = Math.ceil(size / rows);
  const [cellX, cellY] = [width / columns, height / rows];
  return { rows, columns, across: cellX, down: cellY, cell: Math.min(cellX, cellY) };
}
