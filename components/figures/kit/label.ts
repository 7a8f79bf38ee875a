import { memo } from "react";
import { LabelText } from "../../output/label-text";

/** A label with simple TeX. It is read once, not for every frame. */
export const Label = memo(LabelText);
