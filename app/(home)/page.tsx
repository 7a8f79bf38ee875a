import { LanguageGate } from "@/components/layout/language-gate";

export default function Page() {
  return <LanguageGate />;
}
