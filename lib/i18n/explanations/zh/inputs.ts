import type { Explanation } from "../explanation";

/** What inputs refuse. */
export const inputs = {
  "unknown-input-option": "`{input}` 没有 `{option}` 这个选项，它有：`{known}`。",
  "input-option": "`{input}` 的选项 `{option}` 不能是 `{value}`，应为：`{expected}`。",
  "input-value": "`{input}` 的初始值 `{value}` 是读者选不到的，可以写：`{expected}`。",
  "input-key-twice": "这个单元格里已经有一个输入的 `key` 是 `{key}`，给这个 `{input}` 换一个。",
  "too-many-inputs": "一个单元格最多显示 {limit} 个输入。也许 `slider()` 这样的调用写在循环里了。",
} satisfies Record<string, Explanation>;
