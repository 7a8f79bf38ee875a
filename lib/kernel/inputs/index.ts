export { Inputs } from "./inputs";
