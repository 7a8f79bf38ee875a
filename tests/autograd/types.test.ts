import { describe, expect, expectTypeOf, test } from "vitest";
import { nn, optim, type Parameter, type Tensor, torch } from "@/lib/autograd";
import { mistakeOf } from "./mistake";
import { Net } from "./net";

describe("types", () => {
  test("a module is called as its forward says", () => {
    const net = new Net();
    expectTypeOf(net).toBeCallableWith(torch.zeros(1, 2));
    expectTypeOf(net(torch.zeros(1, 2))).toEqualTypeOf<Tensor>();
    class Pair extends nn.Module {
      override forward(x: Tensor, times: number): readonly [Tensor, number] {
        return [x, times];
      }
    }
    expectTypeOf(new Pair()(torch.zeros(1), 2)).toEqualTypeOf<readonly [Tensor, number]>();
  });

  test("a layer's bias is there unless it was declined", () => {
    expectTypeOf(new nn.Linear(2, 2).bias).toEqualTypeOf<Parameter>();
    expectTypeOf(new nn.Linear(2, 2, { bias: false }).bias).toEqualTypeOf<null>();
    expect(new nn.Linear(2, 2, { bias: false }).bias).toBe(null);
  });

  test("max gives a tensor, or values and indices along a dimension", () => {
    const x = torch.zeros(2, 2);
    expectTypeOf(x.max()).toEqualTypeOf<Tensor>();
    expectTypeOf(x.max(0).indices).toEqualTypeOf<Tensor>();
  });

  test("wrong calls are type errors, and errors when they are made all the same", () => {
    // @ts-expect-error a text is no data
    expect(mistakeOf(() => torch.tensor("1")).code).toBe("bad_value");
    // @ts-expect-error a text is no operand
    expect(mistakeOf(() => torch.ones(1).add("1")).code).toBe("not_tensor");
    // @ts-expect-error a number is no tensor
    expect(mistakeOf(() => torch.exp(1)).message).toBe(
      "exp: a tensor is needed, not a number; torch.tensor(…) makes one of numbers and arrays",
    );
    // @ts-expect-error an array is no tensor
    expect(mistakeOf(() => torch.sum([1, 2])).code).toBe("not_tensor");
    const x = torch.ones(1);
    // @ts-expect-error a reduction that there is not
    expect(mistakeOf(() => nn.functional.mseLoss(x, x, { reduction: "max" })).code).toBe("option_choice");
    // @ts-expect-error a learning rate is a number
    expect(mistakeOf(() => new optim.SGD(new Net().parameters(), { lr: "fast" })).code).toBe("option_range");
  });
});
