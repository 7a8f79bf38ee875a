import type { Details, Explanation } from "../explanation";

const WHAT: Readonly<Record<string, string>> = {
  string: "字符串少了结尾的引号",
  comment: "注释少了结尾的 `*/`",
  template: "模板字符串少了结尾的反引号",
  "regular expression": "正则表达式少了结尾的斜杠",
};

const KIND: Readonly<Record<string, string>> = {
  const: "是用 `const` 声明的常量",
  class: "是一个类的名字",
  enum: "是一个枚举的名字",
  import: "是导入的名字",
};

/** What the compiler refuses before a cell runs. */
export const cells = {
  syntax: "这里的写法不合 JavaScript 的语法。检查这一行和前一行：有没有漏掉逗号、括号或引号。",
  "unexpected-token":
    "读到 `{token}` 时读不下去了。检查它前面：是不是漏了逗号、运算符或括号，或者多写了什么。",
  "unexpected-end": "代码到结尾还没写完：有括号、花括号或引号只开了头。给它补上另一半。",
  "unexpected-character": "`{character}` 不能出现在代码里。删掉它；如果是文字，就放进引号里。",
  "full-width-character":
    "`{character}` 是中文标点，代码里要用英文标点：换成 `{expected}`。输入代码时可以先切换到英文输入法。",
  unterminated: ({ what = "" }: Details) => `${WHAT[what] ?? "这里只开了头，没有结尾"}。补上它。`,
  "invalid-regular-expression": ({ reason }: Details) =>
    reason === undefined ? "这个正则表达式写得不对。" : "这个正则表达式写得不对，引擎说：{reason}。",
  "invalid-number": "这不是一个数。数后面不能紧跟字母；名字不能以数字开头。",
  "invalid-escape": "反斜杠后面的写法不对。想写反斜杠本身，就写两个：`\\\\`。",
  "already-declared": ({ name }: Details) =>
    name === undefined
      ? "同一个名字在这里声明了两次。给其中一个换个名字，或者删掉一个。"
      : "`{name}` 在这个单元格里声明了两次。第二处如果是想改它的值，就去掉 `const` 或 `let`；否则换个名字。",
  "reserved-word": "`{word}` 是 JavaScript 自己的词，不能当名字用。换一个名字。",
  "invalid-assignment": "等号左边不是能存放值的东西。左边要写一个变量或属性；想比较是否相等，用 `===`。",
  "assign-to-const": ({ name, kind = "" }: Details) =>
    `${name === undefined ? "它" : "`{name}` "}${KIND[kind] ?? "是常量"}，不能再给它赋值。${
      kind === "const" ? "以后还要改的，声明时用 `let`。" : "换一个名字。"
    }`,
  "await-outside-async":
    "`await` 所在的函数不是 `async` 的。在这个函数前面加上 `async`；单元格的最外层可以直接写 `await`。",
  "return-outside-function":
    "`return` 只能写在函数里。想显示一个值，把它单独写在单元格的最后一行就行，不用 `return`。",
  "break-outside-loop": ({ word = "" }: Details) =>
    `\`{word}\` 外面没有它能${word === "continue" ? "继续" : "跳出"}的循环。在 \`map\`、\`forEach\` 的函数里也不能用它，请改写成 \`for\` 循环。`,
  "arguments-outside-function": "`arguments` 只能用在普通函数里（箭头函数没有它）。改用参数 `(...values)`。",
  "undeclared-private-name": "这里外面的类没有声明 `{name}`。先在类里写上它，或者检查拼写。",
  "undeclared-export":
    "这个单元格里没有 `{name}`，没法导出。其实用不着 `export`：最外层的名字，别的单元格都能用。",
  "missing-body": "`{name}` 只写了开头，没有写函数体。在后面加上 `{ … }`。",
  "missing-super":
    "构造函数的参数里有 `public`、`private` 这样的词时，`super(…)` 要单独写成一句，放在 `if` 之类的语句外面。",
  "missing-enum-value": "枚举里 `{name}` 前面的一项是文字，没法接着往下数。给 `{name}` 写上它自己的值。",
  "unknown-module":
    '这里没有 `{module}` 这个库。单元格里只能导入 `gradbook`：`import { torch, nn, optim } from "gradbook"`；`Plot`、`livePlot`、`print` 不用导入，直接就能用。',
  "unknown-export": ({ nearest }: Details) =>
    nearest === undefined
      ? "`{module}` 里没有 `{name}`。检查拼写和大小写。"
      : "`{module}` 里没有 `{name}`。你是不是想写 `{nearest}`？",
  "unsupported-syntax": "单元格里不能用 `{syntax}`。换一种写法。",
  "unsupported-export":
    "单元格里用不着 `{syntax}`：最外层声明的名字，别的单元格都能直接用。去掉它，只留下声明。",
} satisfies Record<string, Explanation>;
