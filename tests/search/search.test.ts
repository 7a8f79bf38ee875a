import { describe, expect, it } from "vitest";
import { CourseSearch, type CourseText } from "@/lib/search";

const ZH: CourseText = {
  languages: ["zh", "en"],
  chapters: [
    { slug: "descent", title: "梯度下降" },
    { slug: "rate", title: "学习率" },
  ],
  entries: [
    { chapter: 0, id: "", title: "梯度下降", text: "沿着坡度往下走。" },
    {
      chapter: 0,
      id: "step",
      title: "走一步",
      text: "每一步的长短由学习率决定。w5每次减去一点，ｔａｎｈ也一样。",
    },
    { chapter: 1, id: "limit", title: "学习率的界限", text: "学习率太大，就会越走越远。" },
  ],
};
const EN: CourseText = {
  languages: ["en"],
  chapters: [{ slug: "backpropagation", title: "Backpropagation" }],
  entries: [
    {
      chapter: 0,
      id: "chain",
      title: "The chain rule",
      text: "Slopes multiply along a path. The gradient is all slopes.",
    },
    {
      chapter: 0,
      id: "code",
      title: "In code",
      text: "optimizer.zeroGrad();\nloss.backward();\nIt says café.",
    },
    { chapter: 0, id: "rules", title: "Other rules", text: "Nothing of chains here, but a chain of rules." },
  ],
};

const ids = (course: CourseText, query: string) => new CourseSearch(course).find(query).map(({ id }) => id);
const marked = (course: CourseText, query: string) =>
  new CourseSearch(course)
    .find(query)
    .flatMap(({ title, excerpt }) => [...title, ...excerpt])
    .flatMap((piece) => (piece.marked ? [piece.text] : []));

describe("Chinese, which has no spaces", () => {
  it("is found within a sentence, in titles first", () => {
    expect(ids(ZH, "学习率")).toEqual(["limit", "step"]);
    expect(ids(ZH, "率")).toEqual(["limit", "step"]);
    expect(marked(ZH, "学习率")).toEqual(["学习率", "学习率", "学习率"]);
  });

  it("is found when most of a question is there, and not when little is", () => {
    expect(ids(ZH, "学习率太大会怎样")[0]).toBe("limit");
    expect(ids(ZH, "坡度")).toEqual([""]);
    expect(ids(ZH, "反向传播")).toEqual([]);
  });

  it("goes together with letters, of whatever width", () => {
    expect(ids(ZH, "w5 学习率")).toEqual(["step"]);
    expect(ids(ZH, "W5学习率")).toEqual(["step"]);
    expect(ids(ZH, "tanh")).toEqual(["step"]);
  });
});

describe("words", () => {
  it("must all be there, in any order and form", () => {
    expect(ids(EN, "rule chain")).toEqual(["chain", "rules"]);
    expect(ids(EN, "gradients")).toEqual(["chain"]);
    expect(ids(EN, "chain backward")).toEqual([]);
  });

  it("are found in code, and without accents", () => {
    expect(ids(EN, "zerograd")).toEqual(["code"]);
    expect(ids(EN, "optimizer.zeroGrad")).toEqual(["code"]);
    expect(ids(EN, "cafe")).toEqual(["code"]);
    expect(marked(EN, "cafe")).toEqual(["café"]);
  });

  it("are suggested where a letter is wrong", () => {
    const search = new CourseSearch(EN);
    expect(search.find("gradeint")).toEqual([]);
    expect(search.suggestion("gradeint")).toBe("gradient");
    expect(search.suggestion("chain rul")).toBeNull();
    expect(search.suggestion("xyzzyq")).toBeNull();
  });
});

describe("any query", () => {
  it("is harmless", () => {
    for (const query of ["", " ", "。", "<script>", "$", ".", "((", "\\", "__proto__", "a".repeat(10_000)])
      expect(ids(EN, query)).toEqual([]);
  });

  it("leads to an excerpt around what was looked for", () => {
    const text = `${"Before this there is much. ".repeat(50)}Here the needle stands. ${"And after. ".repeat(50)}`;
    const [hit] = new CourseSearch({ ...EN, entries: [{ chapter: 0, id: "x", title: "T", text }] }).find(
      "needle",
    );
    const excerpt = hit?.excerpt.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join("");
    expect(excerpt).toMatch(/^… Here the \[needle\] stands\. And after\./);
    expect(excerpt?.length).toBeLessThan(170);
  });
});
