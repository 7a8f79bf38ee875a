import { nn, optim, type Tensor, torch } from "@/lib/autograd";

const F = nn.functional;
const leaf = (...sizes: number[]): Tensor => torch.ones(sizes, { requiresGrad: true });
const twice = (): void => {
  const loss = leaf(2).exp().sum();
  loss.backward();
  loss.backward();
};
const changedBefore = (): void => {
  const y = leaf(2).exp();
  y.add_(1);
  y.sum().backward();
};
class Empty extends nn.Module {}

/** Programs that make each kind of mistake, under its code. */
export const MISTAKES: Readonly<Record<string, readonly (() => unknown)[]>> = {
  arange_step: [() => torch.arange(5, 1, 2)],
  async_mode: [() => torch.noGrad(async () => 1)],
  backward_no_graph: [() => torch.ones([1]).backward()],
  backward_not_scalar: [
    () => leaf(2, 3).mul(2).backward(),
    () => torch.autograd.functional.hessian((x: Tensor) => x.mul(2), leaf(2)),
  ],
  backward_twice: [twice],
  bad_size: [() => torch.zeros([-2]), () => torch.zeros([Number.NaN]), () => torch.zeros(undefined as never)],
  bad_value: [() => torch.tensor("ab" as never), () => torch.tensor(Promise.resolve(1) as never)],
  broadcast_shapes: [() => torch.ones([2, 3]).add(torch.ones([2, 4]))],
  cat_sizes: [() => torch.cat([torch.ones([2, 3]), torch.ones([2, 4])])],
  channels: [
    () => F.conv2d(torch.ones([1, 2, 4, 4]), torch.ones([3, 1, 2, 2])),
    () => F.conv2d(torch.ones([1, 2, 4, 4]), torch.ones([6, 5, 2, 2]), null, { groups: 2 }),
  ],
  clamp_bounds: [() => torch.ones([2]).clamp()],
  dim_order: [() => torch.ones([2, 3, 4]).flatten(2, 1)],
  dim_range: [() => torch.ones([2, 3]).sum(5), () => torch.tensor(7).sum(5)],
  dim_twice: [() => torch.ones([2, 3]).sum([1, 1])],
  dtype: [
    () => torch.ones([2], { dtype: torch.int64 }).softmax(0),
    () => F.embedding(torch.ones([2]), torch.ones([4, 2])),
  ],
  einsum: [() => torch.einsum("ij->ijk", torch.ones([2, 3]))],
  empty_list: [() => torch.stack([])],
  empty_reduction: [() => torch.ones([0]).max()],
  expand_size: [() => torch.ones([2, 3]).expand([2, 4]), () => torch.ones([2, 3]).repeat([2])],
  flag_of_computed: [
    () => {
      leaf(2).mul(2).requiresGrad = false;
    },
  ],
  // Where relu has its corner, differences find half of the slope.
  gradcheck: [
    () => torch.autograd.gradcheck((x: Tensor) => x.relu(), torch.zeros([1], { requiresGrad: true })),
  ],
  gradient_shape: [
    () =>
      leaf(2)
        .mul(2)
        .backward(torch.ones([3])),
  ],
  index_count: [() => torch.ones([2, 3]).index(0, 0, 0)],
  index_kind: [() => torch.ones([2, 3]).index(true as never), () => torch.ones([2, 3]).index({} as never)],
  index_range: [() => torch.ones([4]).index(7)],
  index_shape: [() => torch.ones([2, 3]).gather(1, torch.zeros([4, 3], { dtype: torch.int64 }))],
  inplace_dtype: [() => torch.ones([2], { dtype: torch.int64 }).mul_(0.5)],
  inplace_leaf: [() => leaf(2).add_(1)],
  inplace_saved: [changedBefore],
  inplace_shape: [() => torch.ones([1, 3]).add_(torch.ones([2, 3]))],
  inplace_view: [() => torch.ones([2, 3]).t().detach().index("0:1").mul_(leaf(1))],
  input_no_grad: [() => torch.autograd.grad(leaf(2).sum(), torch.ones([2]))],
  input_unused: [() => torch.autograd.grad(leaf(2).sum(), leaf(2))],
  integer_requires_grad: [() => torch.ones([2], { dtype: torch.int64, requiresGrad: true })],
  integer_value: [() => torch.tensor([1 / 0], { dtype: torch.int64 })],
  matmul_shapes: [
    () => torch.ones([1, 3]).matmul(torch.ones([2, 2])),
    () => torch.ones([2, 3]).matmul(torch.ones([2, 3])),
    () => F.linear(torch.ones([4, 3]), torch.ones([2, 5])),
  ],
  kernel_size: [() => F.maxPool2d(torch.ones([1, 1, 2, 2]), 3)],
  nesterov: [() => new optim.SGD([leaf(2)], { lr: 0.1, nesterov: true })],
  no_forward: [() => new Empty()(torch.ones([1]) as never)],
  no_parameters: [() => new optim.SGD([], { lr: 0.1 })],
  not_function: [() => torch.noGrad(5 as never)],
  not_one_element: [() => torch.ones([2, 3]).item()],
  not_tensor: [() => torch.relu(5 as never), () => torch.relu(Promise.resolve(1) as never)],
  one_value: [() => F.batchNorm(torch.ones([1, 3]), null, null, null, null, { training: true })],
  operator: [() => (torch.ones([1]) as never as number) + 1],
  optimizer_computed: [() => new optim.SGD([leaf(2).mul(2)], { lr: 0.1 })],
  optimizer_twice: [
    () => {
      const p = leaf(2);
      return new optim.SGD([p, p], { lr: 0.1 });
    },
  ],
  option_choice: [() => F.mseLoss(torch.ones([2]), torch.ones([2]), { reduction: "avg" as never })],
  option_range: [
    () => new optim.SGD([leaf(2)], { lr: -0.1 }),
    () => F.dropout(torch.ones([2]), { p: 1.5 } as never),
    () => new optim.Adam([leaf(2)], { betas: [1, 0.9] }),
  ],
  permutation: [() => torch.ones([2, 3]).permute([0, 0])],
  probability_range: [() => F.binaryCrossEntropy(torch.tensor([1.5]), torch.tensor([1]))],
  randint_range: [() => torch.randint(5, 2, [1])],
  ragged: [() => torch.tensor([[1, 2], [3]])],
  rank: [
    () => torch.ones([2, 3, 4]).t(),
    () => F.conv2d(torch.ones([2]), torch.ones([1, 1, 1, 1])),
    () => F.linear(torch.ones([2]), torch.ones([2, 2, 2])),
    () => torch.tensor(1).matmul(torch.ones([2])),
  ],
  reshape_size: [() => torch.ones([2, 3]).reshape([4])],
  same_shape: [
    () => F.linear(torch.ones([4, 3]), torch.ones([2, 3]), torch.ones([5])),
    () => torch.stack([torch.ones([2]), torch.ones([3])]),
  ],
  slice: [() => torch.ones([4]).index("1;2"), () => torch.ones([4]).index("::-3")],
  state_dict: [() => new nn.Linear(2, 3).loadStateDict(new Map() as never)],
  target_batch: [() => F.crossEntropy(torch.ones([2, 5]), torch.tensor([0, 1, 2], { dtype: torch.int64 }))],
  target_probabilities: [() => F.crossEntropy(torch.ones([2, 3]), torch.tensor([0, 1]))],
  target_range: [() => F.crossEntropy(torch.ones([2, 3]), torch.tensor([0, 7], { dtype: torch.int64 }))],
  view_strides: [() => torch.ones([2, 3]).t().view([6])],
};
