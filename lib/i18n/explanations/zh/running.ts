import type { Details, Explanation } from "../explanation";
import { ARRAY_METHODS, camelCase, methodOf, NUMBER_METHODS, TENSOR_METHODS } from "../methods";
import { EXPORTS, FROM_PYTHON } from "../names";

/** What the kernel refuses, and what the language itself throws while a cell runs. */
export const running = {
  "too-many-live-plots":
    "一个单元格最多画 {limit} 张实时图。把 `livePlot()` 移到循环外面，只建一张；多条曲线可以用 `add` 的第三个参数分成几个系列。",
  "graph-too-large":
    "这张计算图有 {nodes} 个节点，`graph()` 最多画 {limit} 个。画小一点的一部分：循环少走几步，或者只画中间的某个结果。",
  "output-too-large":
    "要显示的东西太大了：一次最多 {characters} 个字符、{values} 个值。只显示一部分，比如先用 `.slice(0, 100)` 取前面的。",
  "progress-source":
    "`progress` 后面要给一个个数、一个数组，或者别的能一项一项地取的东西，这里给的却是 `{given}`。比如 `for (const i of progress(100))`。",
  "svg-root": "用 `svg` 写的图，最外层要是一个 `<svg …>` 元素，最后用 `</svg>` 结束。",
  "library-unavailable": ({ library }: Details) =>
    `${library === "plot" ? "画图用的库" : library === "gradbook" ? "自动求导的库" : "编译器"}没能取到，可能是断网了。连上网后再运行一次。`,
  "unreadable-error": "程序抛出的值本身读不出来：一读它就又出错。改成抛出普通的错误：`throw new Error(…)`。",

  "undefined-name": ({ name = "" }: Details) => {
    if (EXPORTS.has(name)) return '先导入它：`import { {name} } from "gradbook"`。';
    const written = Object.hasOwn(FROM_PYTHON, name) ? FROM_PYTHON[name] : undefined;
    return written === undefined ? null : `\`{name}\` 是 Python 的写法，JavaScript 里写 \`${written}\`。`;
  },
  "name-before-initialization": ({ name }: Details) =>
    `${name === undefined ? "这里用到的名字" : "`{name}` "}在后面才声明，这时还没有值。把声明移到用它之前；如果是函数里又声明了一个同名的变量，给其中一个换个名字。`,
  "constant-assigned": ({ name }: Details) =>
    `${name === undefined ? "这里赋值的名字" : "`{name}` "}是常量（用 \`const\` 声明，可能在别的单元格里），不能再给它赋值。以后还要改的，声明时用 \`let\`；如果是对象的属性，那它是只读的。`,
  "read-only-property": ({ name }: Details) =>
    `${name === undefined ? "这个属性" : "属性 `{name}` "}是只读的，不能赋值。用相应的方法或选项来改，或者新建一个对象。`,
  "not-a-function": ({ name }: Details) => {
    const method = methodOf(name);
    if (method === null)
      return "`{name}` 的值不是函数，后面不能加括号来调用。检查拼写；也看看是不是用同一个名字存了别的值，或者两个括号之间漏了逗号或分号。";
    const camel = camelCase(method);
    if (camel !== null)
      return `没有 \`${method}\` 这个方法。这里的名字用驼峰写法，不用下划线：试试 \`${camel}\`。`;
    if (NUMBER_METHODS.has(method))
      return `\`${method}\` 是数的方法，前面的值却不是数。如果它是张量，先用 \`.item()\` 取出数：\`loss.item().${method}(4)\`。`;
    if (ARRAY_METHODS.has(method))
      return `\`${method}\` 是数组的方法，前面的值却不是数组。如果它是张量，先用 \`.tolist()\` 变成数组。`;
    if (TENSOR_METHODS.has(method))
      return `\`${method}\` 是张量的方法，前面的值却不是张量。它可能已经是一个数（比如用过 \`.item()\`），或者是 \`async\` 函数给的 Promise：那要先写 \`await\`。`;
    return `前面的值没有 \`${method}\` 这个方法。检查拼写；也看看前面的值是不是你想的那样：忘了写 \`await\` 时，它是一个 Promise。`;
  },
  "forgotten-await":
    "`{name}` 里存的是一个 Promise：它的值还没有到。在得到它的地方写上 `await`，比如 `const {name} = await load()`。",
  "promise-value":
    "这是一个 Promise，还不是它的值。在前面写上 `await`，比如 `await load()`；单元格的最外层可以直接用。",
  "nan-value":
    "`NaN` 的意思是“不是数”，由它算出来的也都是 `NaN`。找一找最先出现的地方：0/0，对 0 或负数取 `log`，或者算式里有 `undefined`、有忘了 `await` 的 Promise。训练时多半是学习率太大了：先缩小到十分之一试试。",
  "not-a-constructor":
    "`{name}` 不是类，不能用 `new`。检查拼写和大小写；如果它是普通函数（比如 `torch.tensor`），去掉 `new` 直接调用。",
  "class-without-new": ({ name }: Details) =>
    name === undefined
      ? "类要用 `new` 来创建对象，比如 `new nn.Linear(2, 3)`。Python 不写 `new`，JavaScript 必须写。"
      : "`{name}` 是类，要写成 `new {name}(…)`（前面带 `nn.` 的就是 `new nn.{name}(…)`）。Python 不写 `new`，JavaScript 必须写。",
  "not-a-class":
    "`extends` 后面的不是类。检查拼写和大小写：神经网络的模块写 `extends nn.Module`；如果那个类在别的单元格里，先运行那个单元格。",
  "missing-super-call":
    "子类的构造函数里，要先写 `super();`，才能用 `this`。把 `super();` 放在构造函数的第一行。",
  "missing-value": ({ value, property }: Details) => {
    const what =
      property === undefined
        ? `这里要用的值是 \`${value === "null" ? "null" : "undefined"}\`，它没有任何属性。`
        : "`{property}` 前面的值是 `{value}`，它没有任何属性。";
    return value === "null"
      ? `${what}如果它是 \`.grad\`：\`backward()\` 之前梯度都是 \`null\`；之后也只有叶子张量才有，中间结果要先调用 \`.retainGrad()\`。`
      : `${what}看看它从哪里来：属性名是不是拼错了，下标是不是超出了数组，函数是不是忘了 \`return\`。`;
  },
  "not-iterable": ({ name }: Details) =>
    `${name === undefined ? "这里的值" : "`{name}` "}不能一项一项地取，所以不能用在 \`for … of\`、\`...\` 或方括号解构里。要数到 n，写 \`for (let i = 0; i < n; i++)\`；张量先用 \`.tolist()\` 变成数组；普通对象用 \`Object.entries(…)\`。`,
  "too-much-recursion":
    "函数一层层调用自己，太深了。多半是缺少停下来的条件，或者条件总是不成立；层数确实很多的话，改用循环。",
  "invalid-array-length":
    "数组的长度不对：要么是负数或小数，要么大得内存放不下。看看这个长度是怎么算出来的。",
  "digits-out-of-range": "位数超出了范围：`toFixed` 可以是 0 到 100，`toPrecision` 可以是 1 到 100。",
  "empty-reduce": "空数组没有第一项可以开始。给 `reduce` 加上第二个参数作为初始值，比如 0。",
} satisfies Record<string, Explanation>;
