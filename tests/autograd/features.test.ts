import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { data, nn, optim, Tensor, torch } from "@/lib/autograd";

const text = readFileSync(new URL("../../lib/autograd/FEATURES.md", import.meta.url), "utf8");

interface Row {
  readonly names: readonly string[];
  readonly status: string;
  readonly remark: string;
}

/** The rows of the table under each heading. */
const sections = new Map<string, Row[]>(
  text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = "", ...lines] = section.split("\n");
      const rows = lines
        .filter((line) => line.startsWith("| `"))
        .map((line) => {
          const [, names = "", status = "", remark = ""] = line.split("|").map((cell) => cell.trim());
          return { names: [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ""), status, remark };
        });
      return [heading, rows] as const;
    }),
);

/** The fields, methods and accessors that a reader finds on a tensor. */
function namesOfTensors(): string[] {
  const internal = ["constructor", "node", "changedAt", "touch"];
  const methods = Object.getOwnPropertyNames(Tensor.prototype).filter((name) => !internal.includes(name));
  return ["shape", "dtype", ...methods];
}

const namesOf: Readonly<Record<string, readonly string[]>> = {
  torch: Object.keys(torch),
  "torch.autograd": Object.keys(torch.autograd),
  "torch.autograd.functional": Object.keys(torch.autograd.functional),
  Tensor: namesOfTensors(),
  "torch.nn": Object.keys(nn),
  "torch.nn.functional": Object.keys(nn.functional),
  "torch.nn.init": Object.keys(nn.init),
  "torch.nn.utils": Object.keys(nn.utils),
  "torch.optim": Object.keys(optim),
  "torch.optim.lr_scheduler": Object.keys(optim.lrScheduler),
  "torch.utils.data": Object.keys(data),
};

test("there is a table for every namespace", () => {
  expect([...sections.keys()].sort()).toEqual(Object.keys(namesOf).sort());
});

describe.each(Object.entries(namesOf))("%s", (heading, names) => {
  const rows = sections.get(heading) ?? [];

  test("every public name is in the table, once", () => {
    const listed = rows.flatMap((row) => (row.status === "not planned" ? [] : row.names));
    expect(listed.toSorted()).toEqual([...names].sort());
  });

  test("what is not planned is not there", () => {
    const planned = rows.filter(({ status }) => status === "not planned").flatMap((row) => row.names);
    expect(planned.filter((name) => names.includes(name))).toEqual([]);
  });

  test("every row has a status, and what differs says how", () => {
    for (const { names: first, status, remark } of rows) {
      expect(["done", "differs", "own", "not planned"], first.join()).toContain(status);
      if (status === "differs" || status === "own") expect(remark, first.join()).not.toBe("");
    }
  });
});
