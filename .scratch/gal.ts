import * as Real from "@observablehq/plot";
import { wrapPlot } from "../lib/plot/drawing";
import { cleanTree } from "../lib/plot";
import { GALLERY_PLOTS, PRELUDE } from "../tools/gallery/plots";
const Plot = wrapPlot(Real);
for (const { name, code } of GALLERY_PLOTS) {
  try { const o = new Function("Plot", `${PRELUDE}; return ${code};`)(Plot); const d = o.toData("en"); if (!cleanTree(d.tree)) console.log(name, "CLEANED AWAY"); } catch (e) { console.log(name, String(e)); }
}
console.log(GALLERY_PLOTS.length);
