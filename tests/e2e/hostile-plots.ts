/** Options of plots that want to run, load or cover something: a name, and an expression that may throw. */
const XY = `x: (d) => d, y: (d) => d`;
const SVG_NS = `"http://www.w3.org/2000/svg"`;
const render = (body: string) =>
  `Plot.plot({ marks: [Plot.dot([1, 2], { ${XY} }), (index, scales, values, dimensions, context) => { const d = context.document; const e = (n) => d.createElementNS(${SVG_NS}, n); const g = e("g"); ${body}; return g; }] })`;
const forged = (tree: string) =>
  `new (Plot.plot({ marks: [] }).constructor)({ tree: ${tree}, facts: { marks: [], points: 0 }, warnings: [], readings: () => ({}), scale() {}, legend() {} })`;
const svg = (children: string) =>
  `{ tag: "svg", attributes: { class: "plot", width: "100", height: "50" }, children: [${children}] }`;
const node = (tag: string, attributes: string, children = "") =>
  `{ tag: ${JSON.stringify(tag)}, attributes: { ${attributes} }, children: [${children}] }`;

export const HOSTILE: readonly (readonly [name: string, code: string])[] = [
  ["href that is a script", `Plot.dot([1], { ${XY}, href: () => "javascript:hacked = 1" }).plot()`],
  [
    "href to elsewhere",
    `Plot.text(["x"], { ${XY}, text: String, href: () => "https://evil.example/", target: "_top" }).plot()`,
  ],
  [
    "style that loads and covers",
    `Plot.dot([1, 2], { ${XY} }).plot({ style: "position:fixed;inset:0;z-index:999999;background:url(https://evil.example/a.png)" })`,
  ],
  [
    "style as an object",
    `Plot.dot([1, 2], { ${XY} }).plot({ style: { position: "fixed", top: 0, left: 0, width: "100vw", height: "100vh", backgroundImage: "url(//evil.example/b)" } })`,
  ],
  [
    "style that grows out of its box",
    `Plot.dot([1, 2], { ${XY} }).plot({ style: "margin:-5000px;transform:scale(50);overflow:visible" })`,
  ],
  [
    "className of the page's own",
    `Plot.dot([1, 2], { ${XY} }).plot({ className: "top-bar\\"><script>hacked=1</script>" })`,
  ],
  ["image from elsewhere", `Plot.image([1], { ${XY}, src: "https://evil.example/c.png" }).plot()`],
  ["image without a scheme", `Plot.image([1], { ${XY}, src: () => "//evil.example/c.png" }).plot()`],
  [
    "image that is an SVG with a script",
    `Plot.image([1], { ${XY}, src: () => "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='top.hacked=1'/>" }).plot()`,
  ],
  [
    "image that is HTML",
    `Plot.image([1], { ${XY}, src: () => "data:text/html,<script>top.hacked=1</script>" }).plot()`,
  ],
  [
    "image that claims to be huge",
    `Plot.image([1], { ${XY}, src: () => "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA//8AAP//CAYAAAA=" }).plot()`,
  ],
  ["fill from elsewhere", `Plot.dot([1, 2], { ${XY}, fill: "url(https://evil.example/d.svg#p)" }).plot()`],
  [
    "a colour range from elsewhere",
    `Plot.dot([1, 2], { ${XY}, fill: String }).plot({ color: { range: ["url(//evil.example/e)", "red;background:url(//evil.example/f)"] } })`,
  ],
  ["clip from elsewhere", `Plot.dot([1, 2], { ${XY}, clip: "url(https://evil.example/g#c)" }).plot()`],
  [
    "filter from elsewhere",
    `Plot.image([1], { ${XY}, src: "data:image/png;base64,AA==", imageFilter: "url(https://evil.example/h#f)" }).plot()`,
  ],
  [
    "a font from elsewhere",
    `Plot.text(["x"], { ${XY}, text: String, fontFamily: "x;src:url(https://evil.example/i)" }).plot()`,
  ],
  [
    "a title with markup",
    `Plot.dot([1, 2], { ${XY}, title: () => "</title><script>hacked=1</script>" }).plot({ title: "<img src=x onerror=hacked=1>", caption: "<iframe src=javascript:hacked=1>" })`,
  ],
  [
    "a tip with markup",
    `Plot.dot([1, 2], { ${XY}, channels: { "<img src=x onerror=hacked=1>": () => "<script>hacked=1</script>" }, tip: true }).plot()`,
  ],
  [
    "an aria-label with markup",
    `Plot.dot([1, 2], { ${XY} }).plot({ ariaLabel: "\\"><script>hacked=1</script>", ariaDescription: "' onload='hacked=1" })`,
  ],
  [
    "a script drawn by a mark",
    render(`const s = e("script"); s.textContent = "hacked = 1"; g.appendChild(s)`),
  ],
  [
    "foreign markup drawn by a mark",
    render(
      `const f = e("foreignObject"); f.setAttribute("width", "9999"); f.appendChild(d.createElement("iframe")); g.appendChild(f)`,
    ),
  ],
  [
    "handlers set by a mark",
    render(
      `const r = e("rect"); for (const n of ["onload", "onclick", "onfocus", "onmouseover", "onbegin"]) r.setAttribute(n, "hacked=1"); r.setAttribute("width", "9999"); r.setAttribute("height", "9999"); g.appendChild(r)`,
    ),
  ],
  [
    "animations of a link",
    render(
      `const s = e("set"); s.setAttribute("attributeName", "href"); s.setAttribute("to", "javascript:hacked=1"); g.appendChild(s)`,
    ),
  ],
  [
    "use of a file",
    render(`const u = e("use"); u.setAttribute("href", "https://evil.example/j.svg#x"); g.appendChild(u)`),
  ],
  [
    "an image set by a mark",
    render(`const i = e("image"); i.setAttribute("href", "https://evil.example/k.png"); g.appendChild(i)`),
  ],
  [
    "a style sheet drawn by a mark",
    render(
      `const s = e("style"); s.textContent = "@import url(https://evil.example/l.css); body { display: none }"; g.appendChild(s)`,
    ),
  ],
  [
    "a document of its own",
    `Plot.dot([1, 2], { ${XY} }).plot({ document: { createElementNS: () => ({}), documentElement: {} } })`,
  ],
  [
    "a mark that answers with nonsense",
    `Plot.plot({ marks: [() => ({ nodeType: 1, outerHTML: "<script>hacked=1</script>" })] })`,
  ],
  ["too wide", `Plot.dot([1], { ${XY} }).plot({ width: 1e7 })`],
  ["too high", `Plot.dot([1], { ${XY} }).plot({ height: 1e7 })`],
  ["too many marks", `Plot.dotX({ length: 3e5 }, { x: (_, i) => i }).plot()`],
  [
    "a raster without end",
    `Plot.raster({ fill: () => 1, x1: 0, x2: 1, y1: 0, y2: 1, width: 1e5, height: 1e5 }).plot()`,
  ],
  [
    "a forged tree with a script",
    forged(svg(node("script", `src: "https://evil.example/m.js"`, `"hacked = 1"`))),
  ],
  [
    "a forged tree with a link",
    forged(
      svg(
        node("a", `href: "javascript:hacked=1", target: "_top"`, node("rect", `width: "100", height: "50"`)),
      ),
    ),
  ],
  [
    "a forged tree that covers",
    forged(
      `{ tag: "div", attributes: { style: "position:fixed;inset:0;z-index:99999;background:red", class: "plot dialog" }, children: ["covered"] }`,
    ),
  ],
  [
    "a forged tree with a page in it",
    forged(
      node(
        "div",
        `class: "plot"`,
        node("iframe", `src: "https://evil.example/n", srcdoc: "<script>top.hacked=1</script>"`),
      ),
    ),
  ],
  [
    "a forged tree with an id of the page",
    forged(
      svg(
        node(
          "g",
          `id: "cell-forward", name: "cell-forward"`,
          node("rect", `width: "9", height: "9", fill: "url(#x) url(https://evil.example/o)"`),
        ),
      ),
    ),
  ],
  [
    "forged tips",
    `new (Plot.plot({ marks: [] }).constructor)({ tree: ${svg("")}, facts: { marks: [], points: 0 }, warnings: [], readings: () => ({ tips: [{ pointer: "xy", x: [1], y: [1], labels: ["<b onclick=hacked=1>"], values: [["<script>hacked=1</script>"]], colors: ["red;background:url(https://evil.example/p)"] }], table: { columns: ["<script>"], rows: [["<img src=https://evil.example/q onerror=hacked=1>"]], rowCount: 1, columnCount: 1, indexed: false } }), scale() {}, legend() {} })`,
  ],
  [
    "a live plot with markup",
    `(() => { const c = livePlot({ title: "<script>hacked=1</script>", x: { label: "<img src=x onerror=hacked=1>" } }); c.add(1, 1, "<iframe src=//evil.example/r>"); c.add(2, 2, "<iframe src=//evil.example/r>"); return "live"; })()`,
  ],
];
