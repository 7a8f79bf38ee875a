/* The site's styles, in the order in which later ones build on earlier ones. */
import "katex/dist/katex.min.css";
import "./tokens.css";
import "./page.css";
import "./home.css";
import "../mdx/prose.css";
import "../editor/code.css";
import "../notebook/cell.css";
import "../output/plot.css";
import "../output/output.css";
import "../output/input.css";
import "../output/graph/graph.css";
import "../figures/figures.css";
import "../figures/kit/kit.css";
import "../figures/batches/batches.css";
import "../figures/network/network.css";
import "../exercise/exercise.css";
import "../offline/offline.css";
