import { STORAGE_NAME } from "./site";

/**
 * Next loads its chunks by setting script addresses. Under Trusted Types they pass through this policy, which lets only
 * this site's own files through; texts and markup have no policy, so nothing can make a script of them.
 */
export const POLICY_SCRIPT = `if(self.trustedTypes)trustedTypes.createPolicy("default",{createScriptURL:function(u){if(new URL(u,document.baseURI).origin===location.origin)return u;throw new TypeError("refused: "+u)}})`;

/** Where the reader's choice of colours is kept. */
export const THEME_KEY = `${STORAGE_NAME}:theme`;

/**
 * Sets the chosen colours before the first paint. It stands in the page as text (its hash goes into the page's
 * policy), so it is as short as can be; a browser without storage keeps the system's choice.
 */
export const THEME_SCRIPT = `try{var t=localStorage.getItem(${JSON.stringify(THEME_KEY)});if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;
