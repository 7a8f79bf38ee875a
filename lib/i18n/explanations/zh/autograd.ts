import type { Details, Explanation } from "../explanation";
import { kind } from "./kind";

const AWAIT = "`async` 函数给的是 Promise，还不是结果：在前面写上 `await`，等它算完。";

/** What the autograd library throws. */
export const autograd = {
  arange_step:
    "从 `{start}` 出发，每步加 `{step}`，到不了 `{end}`。步长不能是 0；要从大数走到小数，步长得是负数。",
  async_mode:
    "传给 `{op}` 的函数不能是 `async` 的：一遇到 `await`，`{op}` 就已经结束，后面的代码不归它管了。要等的事先在外面等好，里面只写不用等的计算。",
  backward_no_graph:
    "这个张量没有路可以往回走：它自己不需要梯度，也不是由需要梯度的张量算出来的。创建参数时写上 `{ requiresGrad: true }`；如果写了，再看看中途是不是用过 `torch.noGrad` 或 `.detach()`，或者用 `.item()` 取出了数再算。",
  backward_not_scalar: ({ op }: Details) =>
    op === "backward"
      ? "反向传播要从一个数出发，可这个张量的形状是 `{shape}`。先用 `.sum()` 或 `.mean()` 把它变成一个数，再调用 `.backward()`；也可以给 `backward` 传一个形状同样是 `{shape}` 的梯度。"
      : "`{op}` 要求算出来的是一个数，可这里的形状是 `{shape}`。先用 `.sum()` 或 `.mean()` 把它变成一个数。",
  backward_twice:
    "同一张计算图只能反向传播一次：`{op}` 为求梯度存下的中间值，在上一次 `backward()` 之后就释放了。通常的做法是重新做一次前向计算，得到新的损失，再调用 `backward()`；在循环里出错，多半是损失只在循环外面算了一次。确实要用同一张图走两次，就把前一次写成 `backward({ retainGraph: true })`。",
  bad_size: ({ size = "" }: Details) =>
    `\`{op}\`：${kind(size)}不能用作这里的大小。大小要写成从 0 起的整数，比如 \`torch.zeros([2, 3])\`。`,
  bad_value: ({ got = "" }: Details) =>
    `\`{op}\` 的数据只能是数或布尔值（可以放在多层数组里），这里却有${kind(got)}。${got === "a promise" ? AWAIT : ""}`,
  broadcast_shapes:
    "`{op}` 的两个张量形状是 `{shapes.0}` 和 `{shapes.1}`，对不上：第 {dim} 维一个是 {sizes.0}，一个是 {sizes.1}。广播时从最后一维往前对齐，每一维要么相等，要么其中一个是 1。打印两边的 `.shape` 看看，用 `.reshape(…)`、`.unsqueeze(…)` 或 `.t()` 把其中一个调整好。",
  cat_sizes:
    "`{op}` 沿第 {dim} 维拼接，其余各维必须一样大，可这里的形状是 `{shapes.0}` 和 `{shapes.1}`。换一个维来拼，或者先调整形状。",
  channels: ({ groups }: Details) =>
    `\`{op}\` 的输入形状是 \`{shapes.0}\`，有 {channels} 个通道；而权重的形状是 \`{shapes.1}\`，${groups === "1" ? "" : "分成 {groups} 组，"}需要 {expected} 个通道。改这一层的 \`inChannels\`，或者检查输入各维的顺序（批、通道、高、宽）。`,
  clamp_bounds: "`clamp` 的上下界至少要给一个：`x.clamp(0)`、`x.clamp(0, 1)`，或者 `x.clamp(null, 1)`。",
  dim_order: "`{op}`：起始的第 {first} 维排在结束的第 {last} 维后面，把两个数换过来。",
  dim_range: ({ rank = "" }: Details) =>
    rank === "0"
      ? "`{op}`：没有第 {dim} 维，这个张量只是一个数，没有维。"
      : "`{op}`：没有第 {dim} 维。这个张量有 {rank} 维，从第 0 维数起；负数从最后一维往前数，-1 是最后一维。",
  dim_twice: "`{op}`：第 {dim} 维写了两遍，每一维只能写一次。",
  dtype: ({ expected }: Details) =>
    expected === "float"
      ? "`{op}` 要的是浮点数张量，这里的数据类型却是 `{dtype}`。先用 `.to(torch.float64)` 转换。"
      : "`{op}` 要的数据类型是 `{expected}`，这里却是 `{dtype}`。先用 `.to(torch.{expected})` 转换。",
  einsum:
    '`einsum` 的式子 `"{equation}"` 和传入的 {operands} 个张量对不上。箭头左边给每个张量写一组字母，用逗号隔开；右边的字母都要在左边出现过，而且各写一次，比如 `"ij,jk->ik"`。',
  empty_list: "`{op}` 至少要一个张量，写成列表：`{op}([a, b])`。",
  empty_reduction: "形状 `{shape}` 的张量里一个元素也没有，`{op}` 无从挑起。先看看数据是不是被筛空了。",
  expand_size: ({ op }: Details) =>
    op === "repeat"
      ? "`{op}`：张量的形状是 `{shape}`，重复次数 `{requested}` 的个数比它的维数还少。每一维都要给一个次数，不重复就写 1。"
      : "`{op}`：形状 `{shape}` 撑不成 `{requested}`。只有大小是 1 的维可以变大，前面也可以添新的维，其余各维必须不变。",
  flag_of_computed:
    "只有叶子张量能关掉 `requiresGrad`，这个张量是算出来的。想把它当常数用，就用 `.detach()` 得到的张量。",
  gradcheck:
    "`{op}`：反向传播算出的导数和差分对不上。输出 {output} 的第 {places.0} 个元素对输入 {input} 的第 {places.1} 个元素求导，反向传播得到 {analytical}，差分得到 {numerical}。多半是反向公式写错了，也可能函数在这一点不光滑。",
  gradient_shape: "梯度的形状 `{gradient}` 必须和张量的形状 `{shape}` 完全一样。",
  index_count: "`{op}` 给了 {count} 个下标，可形状 `{shape}` 没有那么多维。",
  index_kind: ({ got = "" }: Details) =>
    `\`{op}\` 的下标可以是整数、切片（比如 \`"1:3"\`）、\`"..."\`、\`null\` 或张量（\`int64\` 或 \`bool\`），不能是${kind(got)}。`,
  index_range:
    "`{op}`：下标 {index} 越界了。第 {dim} 维的大小是 {size}，下标从 0 数起；负数从末尾往前数，-1 是最后一个。",
  index_shape:
    "`{op}`：下标张量的形状 `{index}` 和张量的形状 `{shape}` 对不上：维数要相同，而且除了第 {dim} 维，哪一维都不能更长。",
  inplace_dtype:
    "`{op}` 要把 `{result}` 类型的结果写回 `{dtype}` 类型的张量，装不下。用不带下划线的方法得到一个新张量，或者先用 `.to(torch.{result})` 转换。",
  inplace_leaf:
    "`{op}` 会直接改掉一个需要梯度的叶子张量（或它的视图），形状是 `{shape}`；这样计算图就对不上了。更新参数时要放进 `torch.noGrad(() => { … })`，这时不记录计算图，可以放心改；如果是前向计算，就用不带下划线的方法得到一个新张量。",
  inplace_saved:
    "`{op}` 求梯度时要用到一个形状 `{shape}` 的值，可它后来被原地修改了，反向传播没法再算对。把改它的那一步换成不带下划线的方法，或者修改之前先 `.clone()`。",
  inplace_shape:
    "`{op}` 的结果形状是 `{result}`，写不回形状 `{shape}` 的张量。用不带下划线的方法得到一个新张量。",
  inplace_view:
    "`{op}` 要改的是一个视图（形状 `{shape}`），原来的张量在内存里不是按顺序排的，所以没法记下这次修改。先 `.clone()` 再改。",
  input_no_grad:
    "`{op}` 的第 {position} 个输入（从 0 数起）不需要梯度。要在用它计算之前就打开 `requiresGrad`。",
  input_unused:
    "输出没有用到第 {position} 个输入（从 0 数起），所以没有梯度。看看是不是用了别的变量来计算；如果本来就没用到，加上 `{ allowUnused: true }`，它的梯度就是 `null`。",
  integer_requires_grad:
    "只有浮点数才能求导，`{dtype}` 不行。先用 `.to(torch.float64)` 转换，再打开 `requiresGrad`。",
  integer_value:
    "`{got}` 不是有限的数，放不进整数张量（`int64`）。先看看它是怎么算出来的：除以 0、对负数取对数都会这样。",
  matmul_shapes: ({ op, transposed }: Details) => {
    if (op === "linear")
      return "`{op}`：输入的形状是 `{shapes.0}`，权重的形状是 `{shapes.1}`，对不上：输入的最后一维是 {inner.0}，而这一层要的是 {inner.1}。让这一层的输入大小等于 {inner.0}，或者看看输入的形状是不是写反了。";
    const rule =
      "`{op}` 的两个形状 `{shapes.0}` 和 `{shapes.1}` 乘不起来：中间相邻的两个大小是 {inner.0} 和 {inner.1}，它们必须相等（前一个矩阵的列数等于后一个的行数）。";
    return transposed === "true"
      ? `${rule}后一个转置一下正好能乘：在它后面加上 \`.t()\`。`
      : `${rule}打印两边的 \`.shape\`，看看哪一个不是你想的那样；矩阵放反了就用 \`.t()\` 转置。`;
  },
  kernel_size:
    "`{op}` 的窗口有 `{kernel}` 那么大，比输入（连补的边在内是 `{input}`）还大。把 `kernelSize` 改小，或者把 `padding` 加大。",
  nesterov: "`{optimizer}` 的 `nesterov` 要和大于 0 的 `momentum` 一起用，而且不能有 `dampening`。",
  no_forward: "`{module}` 没有 `forward` 方法，不知道怎么算。在类里写上 `forward(x) { return …; }`。",
  no_parameters:
    "`{optimizer}` 没有拿到任何参数。把 `net.parameters()` 传给它；如果传了，就看看网络里有没有层：层要存成 `this` 的属性，才算网络的一部分。",
  not_function: ({ got = "" }: Details) =>
    `\`{op}\` 要的是一个函数，不是${kind(got)}：写成 \`{op}(() => …)\`。`,
  not_one_element:
    "`{op}` 只能用在一个元素的张量上，这个张量的形状是 `{shape}`。要全部的数，用 `.tolist()`。",
  not_tensor: ({ got = "" }: Details) =>
    `\`{op}\` 要的是张量，不是${kind(got)}。数和数组可以用 \`torch.tensor(…)\` 变成张量。${got === "a promise" ? AWAIT : ""}`,
  one_value:
    "训练时要用一批数据算平均值和方差，可形状 `{shape}` 里每个通道只有一个数，`{op}` 算不出来。把批放大，或者先调用 `net.eval()`。",
  operator:
    "JavaScript 的运算符（`+`、`*`、`<` 等）不能用在张量上。写成方法：`a.add(b)`、`a.sub(b)`、`a.mul(2)`、`a.div(b)`、`a.lt(b)`；只有一个数的张量，也可以先用 `.item()` 取出那个数。",
  optimizer_computed:
    "`{optimizer}` 只能更新叶子张量，传给它的却是算出来的张量。把最初创建的参数传给它，比如 `net.parameters()`。",
  optimizer_twice: "同一个参数给了 `{optimizer}` 两次，每个参数只能出现一次。",
  option_choice: "`{op}` 的 `{option}` 不能是 `{got}`，只能是这几个之一：{choices}。",
  option_range: ({ least, most, open, whole }: Details) => {
    const number = whole === "true" ? "整数" : "数";
    const upper =
      most === "null" ? "" : open === "true" ? "、小于 {most}" : least === most ? "" : "、不大于 {most}";
    return `\`{op}\` 的 \`{option}\` 不能是 \`{got}\`，要是一个不小于 {least}${upper} 的${number}。`;
  },
  permutation: "`{op}` 给的顺序 `{dims}` 不对：形状 `{shape}` 的每一维都要写，而且只写一次。",
  probability_range:
    "`{op}` 的输入要是 0 到 1 之间的概率，这里却有 {got}。先过一遍 `sigmoid`，或者改用直接接受原始输出的 `binaryCrossEntropyWithLogits`。",
  randint_range: "`randint` 从 {low}（含）取到 {high}（不含），中间一个整数也没有。把上界改大。",
  ragged:
    "多层数组参差不齐：第 {dim} 维的每一项都该有 {expected} 个元素，这里却有 {got} 个。补齐或者去掉多余的。",
  rank: ({ least, most }: Details) => {
    const wanted =
      most === "null"
        ? "至少有 {least} 维"
        : least === most
          ? "是 {least} 维的"
          : least === "0"
            ? "最多有 {most} 维"
            : "有 {least} 到 {most} 维";
    return `\`{op}\` 要求张量${wanted}，这里的形状却是 \`{shape}\`。可以用 \`.reshape(…)\` 或 \`.unsqueeze(…)\` 调整。`;
  },
  reshape_size:
    "形状 `{shape}` 和 `{requested}` 的元素个数不同，`{op}` 变不过去：各维的大小乘起来必须一样。有一维可以写 -1，让它自己算。",
  same_shape: ({ argument = "" }: Details) =>
    `\`{op}\`：${argumentName(argument)}的形状必须是 \`{expected}\`，这里却是 \`{got}\`。`,
  slice: ({ got = "" }: Details) =>
    `\`{op}\`：${sliceText(got)}。写成 \`"1:3"\`（从 1 到 3，不含 3）、\`":"\`（全部）或 \`"::2"\`（每隔一个），步长从 1 起。`,
  state_dict: ({ missing = "", unexpected = "" }: Details) =>
    [
      "存下的状态和 `{module}` 对不上。",
      isEmpty(missing) ? "" : "缺少：`{missing}`。",
      isEmpty(unexpected) ? "" : "多出：`{unexpected}`。",
      "看看网络的结构是不是和保存的时候一样。",
    ].join(""),
  target_batch: "`{op}`：输入有 {input} 个样本，目标却有 {target} 个，两边必须一样多。",
  target_probabilities:
    "`{op}`：目标是概率时，形状要和输入 `{input}` 一样，这里却是 `{target}`。如果目标是类别编号，要用整数：创建时写 `{ dtype: torch.int64 }`，或者用 `.long()` 转换。",
  target_range:
    "`{op}`：目标里有类别 {target}，可一共只有 {classes} 类，编号从 0 起，所以编号必须小于 {classes}。看看编号是不是从 1 数起了，或者网络的输出是不是太少了。",
  view_strides:
    "形状 `{shape}` 的元素在内存里不是按顺序排的（比如转置过），`{op}` 没法直接看成 `{requested}`。改用 `.reshape(…)`，它会在需要时复制一份。",
} satisfies Record<string, Explanation>;

/** The library's words for arguments that have no name of their own. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  "each tensor": "每个张量",
  "the list of functions": "函数列表",
  "the list of milestones": "切换点列表",
  "the list of widths": "宽度列表",
  "the second batch": "后一批矩阵",
  "the sum of the lengths": "各段长度之和",
};

function argumentName(argument: string): string {
  return ARGUMENTS[argument] ?? (argument.includes(" ") ? "参数" : "参数 `{argument}` ");
}

function sliceText(got: string): string {
  const [, step] = /^a slice with step (.+)$/.exec(got) ?? [];
  if (step !== undefined) return `步长为 ${step} 的切片不能用`;
  const [, start, stop] = /^a slice from (.+) to (.+)$/.exec(got) ?? [];
  return start === undefined ? " `{got}` 不是切片" : `从 ${start} 到 ${stop} 的切片不能用`;
}

function isEmpty(list: string): boolean {
  return list === "" || list === "[]";
}
