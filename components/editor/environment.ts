import type { ITrustedTypePolicy, ITrustedTypePolicyOptions } from "monaco-editor/editor";

/** The one policy of Trusted Types that the editor needs; the page's `trusted-types` directive must name it. */
export const policyName = "gradbook-editor";

declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: ITrustedTypePolicyOptions): ITrustedTypePolicy };
  }
}

/** Where the workers of the editor are. */
export interface WorkerUrls {
  editor: string;
  typescript: string;
}

/**
 * Tells Monaco where its workers are, and folds its dozen policies of Trusted Types into one. Scripts of that policy
 * can only be the two workers.
 */
export function prepareEnvironment(workers: WorkerUrls): void {
  const policy = window.trustedTypes?.createPolicy(policyName, {
    createHTML: (html) => html,
    createScriptURL: (url) => {
      if (url === workers.editor || url === workers.typescript) return url;
      throw new TypeError(`${policyName}: not a script of the editor: ${url}`);
    },
  });
  window.MonacoEnvironment = {
    getWorker: (_moduleId, label) => {
      const url = label === "typescript" ? workers.typescript : workers.editor;
      // The DOM's types know no Trusted Types: what the policy returns stands for the same text.
      return new Worker((policy?.createScriptURL?.(url) ?? url) as string, { name: label });
    },
    createTrustedTypesPolicy: (_name, rules) =>
      policy && {
        name: policyName,
        createHTML: (html, ...rest) => policy.createHTML?.(rules?.createHTML?.(html, ...rest) ?? html),
        createScriptURL: (url) => policy.createScriptURL?.(url),
      },
  };
}
