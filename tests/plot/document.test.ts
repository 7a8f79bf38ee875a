import { describe, expect, test } from "vitest";
import { PlotDocument, toTree } from "../../lib/plot/drawing";
import type { DrawnElement } from "../../lib/plot/drawn";

const SVG = "http://www.w3.org/2000/svg";

function group(): {
  document: PlotDocument;
  g: DrawnElement;
  add: (name: string, id?: string) => DrawnElement;
} {
  const document = new PlotDocument();
  const g = document.createElementNS(SVG, "g");
  const add = (name: string, id?: string) => {
    const element = g.appendChild(document.createElementNS(SVG, name));
    if (id) element.id = id;
    return element;
  };
  return { document, g, add };
}

/** What the DOM's own documentation says of these operations. */
describe("the document", () => {
  test("a node that is appended elsewhere moves", () => {
    const { document, g, add } = group();
    const path = add("path");
    const other = document.createElementNS(SVG, "g");
    other.appendChild(path);
    expect(g.childNodes).toEqual([]);
    expect(path.parentNode).toBe(other);
    expect(other.contains(path)).toBe(true);
    expect(g.contains(path)).toBe(false);
  });

  test("insertBefore, siblings, replaceWith and remove", () => {
    const { document, g, add } = group();
    const a = add("a1");
    const c = add("c1");
    const b = g.insertBefore(document.createElementNS(SVG, "b1"), c);
    expect(g.children).toEqual([a, b, c]);
    expect(a.nextSibling).toBe(b);
    expect(b.previousSibling).toBe(a);
    expect(c.nextSibling).toBeNull();
    b.replaceWith("text", document.createElementNS(SVG, "d1"));
    expect(g.childNodes.map((node) => node.textContent)).toEqual(["", "text", "", ""]);
    expect(b.parentNode).toBeNull();
    c.remove();
    expect(g.children.map((child) => child.localName)).toEqual(["a1", "d1"]);
    expect(() => g.insertBefore(a, c)).toThrow("not a child");
    expect(() => g.removeChild(c)).toThrow("not a child");
  });

  test("append takes texts and anything else as its string", () => {
    const { document } = group();
    const p = document.createElement("p");
    p.append("a", 1 as unknown as string, document.createTextNode("b"));
    p.prepend("0");
    expect(p.textContent).toBe("0a1b");
    p.textContent = null;
    expect(p.childNodes).toEqual([]);
    p.replaceChildren("x");
    expect(p.firstChild?.textContent).toBe("x");
  });

  test("attributes are strings, also those of a namespace", () => {
    const { g } = group();
    g.setAttribute("x", 1);
    g.setAttributeNS("http://www.w3.org/1999/xlink", "href", "#a");
    expect(g.getAttribute("x")).toBe("1");
    expect(g.getAttribute("xlink:href")).toBe("#a");
    expect(g.hasAttribute("y")).toBe(false);
    g.removeAttributeNS("http://www.w3.org/1999/xlink", "href");
    g.removeAttribute("x");
    expect([...g.attributes]).toEqual([]);
  });

  test("classes", () => {
    const { g } = group();
    g.className = "a b";
    g.classList.add("c");
    g.classList.remove("a");
    expect(g.getAttribute("class")).toBe("b c");
    expect([g.classList.contains("c"), g.classList.contains("a")]).toEqual([true, false]);
  });

  test("styles set in each of the three ways", () => {
    const { g } = group();
    g.style = "font-size: 10px; color: red";
    g.style.setProperty("margin-left", "3px");
    Object.assign(g.style, { backgroundColor: "blue" });
    g.style.removeProperty("color");
    expect(g.getAttribute("style")).toBe("font-size: 10px; margin-left: 3px; background-color: blue");
    expect(g.style.getPropertyValue("font-size")).toBe("10px");
    expect(g.style.getPropertyValue("toString")).toBe("");
  });

  test("finding by name, class, id and descent", () => {
    const { g, add } = group();
    const tick = add("g");
    tick.className = "tick";
    const line = tick.appendChild(g.ownerDocument.createElementNS(SVG, "line"));
    const path = add("path", "one");
    expect(g.querySelector(".tick line")).toBe(line);
    expect(g.querySelectorAll("line, #one")).toEqual([line, path]);
    expect(g.querySelector("*")).toBe(tick);
    expect(g.querySelector("g.tick.other")).toBeNull();
    expect(path.matches("path#one")).toBe(true);
    expect(() => g.querySelector("a > b")).toThrow(SyntaxError);
  });

  test("a deep copy shares nothing", () => {
    const { g, add } = group();
    add("rect", "r").style.setProperty("color", "red");
    g.append("text");
    const copy = g.cloneNode(true);
    expect(toTree(copy)).toEqual(toTree(g));
    copy.children[0]?.setAttribute("id", "s");
    copy.children[0]?.style.setProperty("color", "blue");
    expect(g.children[0]?.id).toBe("r");
    expect(g.children[0]?.getAttribute("style")).toBe("color: red");
    expect(g.cloneNode().childNodes).toEqual([]);
  });

  test("as a tree: no style sheets, no empty texts, titles as blocks, positions to a thousandth", () => {
    const { document } = group();
    const figure = document.createElement("figure");
    const title = document.createElement("h2");
    title.append("Title");
    const sheet = document.createElement("style");
    sheet.append("* { display: none }");
    const circle = document.createElementNS(SVG, "circle");
    circle.setAttribute("cx", 1 / 3);
    circle.setAttribute("aria-label", "1.23456");
    figure.append(title, sheet, circle, "");
    expect(toTree(figure)).toEqual({
      tag: "figure",
      attributes: {},
      children: [
        { tag: "div", attributes: { class: "plot-title" }, children: ["Title"] },
        { tag: "circle", attributes: { cx: "0.333", "aria-label": "1.23456" }, children: [] },
      ],
    });
  });
});
