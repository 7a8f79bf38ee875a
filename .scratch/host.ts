import * as Real from "@observablehq/plot";
import { renderToStaticMarkup } from "react-dom/server";
import { wrapPlot } from "../lib/plot/drawing";
import { cleanTree } from "../lib/plot";
import { parseBundle } from "../lib/protocol/parse-bundle";
import { drawPicture } from "../components/output/picture";
import { HOSTILE } from "../tests/e2e/hostile-plots";
const Plot = wrapPlot(Real);
for (const [name, code] of HOSTILE) {
  if (code.includes("livePlot")) continue;
  const t = performance.now();
  try {
    const o = new Function("Plot", `return ${code};`)(Plot);
    const b = parseBundle({ "text/plain": "", "application/vnd.gradbook.plot+json": o.toData("en") }, cleanTree);
    const plot = b?.["application/vnd.gradbook.plot+json"];
    const html = plot ? renderToStaticMarkup(drawPicture(plot.tree, "p-")!) : "nothing";
    const bad = /<script|<iframe|javascript:|evil|position|onload|onclick|<a |<use|foreignObject/i.exec(html.replace(/<title>.*?<\/title>/g, "").replace(/&lt;[^<]*/g, ""));
    console.log(bad ? "BAD " + bad[0] : "ok", name, html.length, Math.round(performance.now() - t));
  } catch (e) { console.log("refused", name, String(e).slice(0, 90), Math.round(performance.now() - t)); }
}
