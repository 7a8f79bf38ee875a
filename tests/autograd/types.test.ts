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

  test("size gives the shape, or the size of one dimension", () => {
    const x = torch.zeros(2, 3);
    expectTypeOf(x.size()).toEqualTypeOf<readonly number[]>();
    expectTypeOf(x.size(0)).toEqualTypeOf<number>();
    expect([x.size(), x.size(-1)]).toEqual([[2, 3], 3]);
  });

  test("derivatives have the nesting of their inputs and results", () => {
    const { jacobian, hessian } = torch.autograd.functional;
    const x = torch.ones(2);
    expectTypeOf(jacobian((t) => t.square(), x)).toEqualTypeOf<Tensor>();
    expectTypeOf(jacobian((t, u) => t.mul(u), [x, x])).toEqualTypeOf<Tensor[]>();
    expectTypeOf(jacobian((t) => [t, t], x)).toEqualTypeOf<Tensor[]>();
    expectTypeOf(jacobian((t, u) => [t, u], [x, x])).toEqualTypeOf<Tensor[][]>();
    expectTypeOf(hessian((t) => t.sum(), x)).toEqualTypeOf<Tensor>();
    expectTypeOf(hessian((t, u) => t.dot(u), [x, x])).toEqualTypeOf<Tensor[][]>();
    expectTypeOf(torch.autograd.gradcheck).returns.toBeBoolean();
    // A network is a function of tensors too.
    expectTypeOf(jacobian).toBeCallableWith(new Net(), torch.ones(1, 2));
  });

  test("gradients may be missing only where that is allowed", () => {
    const x = torch.ones([1], { requiresGrad: true });
    expectTypeOf(torch.autograd.grad(x.sum(), x)).toEqualTypeOf<Tensor[]>();
    expectTypeOf(torch.autograd.grad(x.sum(), x, { allowUnused: true })).toEqualTypeOf<(Tensor | null)[]>();
    expectTypeOf(x.grad).toEqualTypeOf<Tensor | null>();
  });

  test("states are of the optimizer and scheduler they come from", () => {
    const adam = new optim.Adam(new Net().parameters());
    expectTypeOf(adam.stateDict().paramGroups[0]).toExtend<{ readonly amsgrad: boolean } | undefined>();
    const sgd = new optim.SGD(new Net().parameters());
    // @ts-expect-error Adam's options are not SGD's
    expect(mistakeOf(() => sgd.loadStateDict(adam.stateDict())).code).toBe("option_range");
    const step = new optim.lrScheduler.StepLR(adam, { stepSize: 3 });
    expectTypeOf(step.stateDict().lastEpoch).toBeNumber();
  });

  test("options are known by name", () => {
    const parameters = new Net().parameters();
    // @ts-expect-error it is called momentum
    expect(new optim.SGD(parameters, { momentun: 0.9 }).paramGroups).toHaveLength(1);
    // @ts-expect-error stepSize is missing
    expect(mistakeOf(() => new optim.lrScheduler.StepLR(new optim.SGD(parameters), {})).code).toBe(
      "option_range",
    );
    // @ts-expect-error a data type that there is not
    expect(mistakeOf(() => torch.zeros([2], { dtype: "float16" })).code).toBe("option_choice");
    // @ts-expect-error noGrad needs a function
    expect(mistakeOf(() => torch.noGrad()).code).toBe("not_function");
    // @ts-expect-error cat needs a list
    expect(mistakeOf(() => torch.cat(torch.ones(1), torch.ones(1))).code).toBe("empty_list");
    // @ts-expect-error values are missing
    expect(mistakeOf(() => torch.ones(2).indexPut_([0])).code).toBe("not_tensor");
    // @ts-expect-error an array is no index
    expect(mistakeOf(() => torch.ones(2).index([0])).code).toBe("index_kind");
    // @ts-expect-error a layer needs its sizes
    expect(mistakeOf(() => new nn.Linear(2)).code).toBe("option_range");
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
