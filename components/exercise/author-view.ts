import { useEffect, useState } from "react";

/** Whether the page was asked for as its author sees it: with `?author=1`. Every answer, hint and solution is open then. */
export function useAuthorView(): boolean {
  const [author, setAuthor] = useState(false);
  useEffect(() => setAuthor(/[?&]author=1(?:&|$)/.test(window.location.search)), []);
  return author;
}
