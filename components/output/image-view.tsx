import type { ImageOutput } from "@/lib/protocol";

/** A picture of fewer pixels each way is shown larger, its pixels as squares. */
const SMALL = 96;

/** A picture of pixels, at its own size; a small one larger. */
export function ImageView({ image }: { image: ImageOutput }) {
  const { type, width, height, data, description } = image;
  const small = Math.max(width, height) <= SMALL;
  const scale = small ? Math.max(1, Math.floor((2 * SMALL) / Math.max(width, height))) : 1;
  return (
    // biome-ignore lint/performance/noImgElement: it comes with the page's data, and is not fetched
    <img
      className="output-image"
      src={`data:${type};base64,${data}`}
      width={width * scale}
      height={height * scale}
      alt={description}
      data-small={small || undefined}
    />
  );
}
