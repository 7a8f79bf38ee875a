import type { Root } from "hast";
import type { Components } from "hast-util-to-jsx-runtime";
import type { ReactNode } from "react";
import type { Exercise, Option } from "@/lib/exercise";
import { renderText } from "./rich-text";
import { Still } from "./still";

/**
 * An exercise with its rich texts drawn: the page's scripts need no renderer, and get of each text no more than its
 * place.
 */
export function drawExercise(
  exercise: Exercise<Root>,
  still: string,
  components: object,
): Exercise<ReactNode> {
  const draw = (root: Root, name: string, inline = false) => (
    <Still key={name} id={`${still}/${name}`} as={inline ? "span" : undefined}>
      {renderText(root, components as Components)}
    </Still>
  );
  const answers = (list: readonly { why: Root }[], inline = false) =>
    list.map((answer, index) => ({ ...answer, why: draw(answer.why, `why-${index}`, inline) }));
  const options = (list: readonly Option<Root>[]) =>
    list.map(({ right, text, why }, index) => ({
      right,
      text: draw(text, `option-${index}`, true),
      ...(why && { why: draw(why, `why-${index}`) }),
    }));
  const texts = {
    prompt: draw(exercise.prompt, "prompt"),
    hints: exercise.hints.map((hint, index) => draw(hint, `hint-${index}`)),
    solution: exercise.solution && draw(exercise.solution, "solution"),
  };
  // What depends on the kind is drawn by its kind, and the types stay those of one kind.
  switch (exercise.kind) {
    case "numeric":
      return {
        ...exercise,
        ...texts,
        answers: answers(exercise.answers, exercise.inline),
      } as Exercise<ReactNode>;
    case "expr":
    case "sketch":
      return { ...exercise, ...texts, answers: answers(exercise.answers) } as Exercise<ReactNode>;
    case "choice":
    case "predict":
      return { ...exercise, ...texts, options: options(exercise.options) };
    case "order": {
      const items = exercise.items.map((item, index) => draw(item, `item-${index}`, true));
      return { ...exercise, ...texts, items, answers: answers(exercise.answers) } as Exercise<ReactNode>;
    }
    case "code": {
      const drawing = draw(exercise.drawing, "starter", true);
      return { ...exercise, ...texts, drawing, answers: answers(exercise.answers) } as Exercise<ReactNode>;
    }
  }
}
