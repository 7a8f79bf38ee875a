/** The library as cells import it here, and as it is called where its file lies beside the notebook. */
const HERE = "gradbook";
const BESIDE = "./gradbook.js";

/** The file's name, for whoever puts it there. */
export const LIBRARY_FILE = "gradbook.js";

/**
 * What comes first in every exported notebook: the names that cells have here without an import. Deno would show the
 * module as the cell's value.
 */
export const SETUP = `import "${BESIDE}";\nvoid 0;`;

const IMPORT = /(\bfrom\s*|\bimport\s*\(?\s*)(["'])([^"']*)\2/g;

/** A cell's text with the library where it is beside a notebook. */
export function importsBeside(code: string): string {
  return swap(code, HERE, BESIDE);
}

/** The other way round. */
export function importsHere(code: string): string {
  return swap(code, BESIDE, HERE);
}

function swap(code: string, from: string, to: string): string {
  return code.replace(IMPORT, (whole, before, quote, specifier) =>
    specifier === from ? `${before}${quote}${to}${quote}` : whole,
  );
}
