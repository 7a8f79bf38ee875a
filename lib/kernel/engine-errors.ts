/** A mistake that the language itself refuses, under a code as our own errors have one. */
export interface EngineError {
  code: string;
  details: Record<string, string>;
}

/** How engines word a mistake. Named groups are its details. */
interface Rule {
  code: string;
  /** The error's class. */
  name: RegExp;
  /** Chromium's, Firefox's and Safari's messages. */
  messages: readonly RegExp[];
}

const TYPE = /^TypeError$/;
const RANGE = /^RangeError$/;
const REFERENCE = /^ReferenceError$/;

/** The first that fits wins. */
const RULES: readonly Rule[] = [
  {
    code: "not-iterable",
    name: TYPE,
    messages: [
      /^(?<name>.+) is not a function or its return value is not (?:async )?iterable$/,
      /^(?:(?:number|string|boolean|object|function) )?(?<name>.+?) is not (?:async )?iterable(?: \(cannot read property .*\))?$/,
      /^Spread syntax requires \.\.\.iterable\[Symbol\.iterator\] to be a function/,
      /^undefined is not a function \(near '\.\.\..*\.\.\.'\)$/,
    ],
  },
  {
    code: "not-a-class",
    name: TYPE,
    messages: [
      /^Class extends value .* is not a constructor or null$/s,
      /^class heritage .* is not an object or null$/s,
      /^The superclass is not a constructor\.$/,
    ],
  },
  {
    code: "class-without-new",
    name: TYPE,
    messages: [
      /^Class constructor (?<name>.+) cannot be invoked without 'new'$/,
      /^class constructors must be invoked with 'new'$/,
      /^Cannot call a class constructor (?:(?<name>\S+) )?without \|new\|$/,
    ],
  },
  {
    code: "not-a-constructor",
    name: TYPE,
    messages: [/^(?<name>.+?) is not a constructor(?: \(evaluating '.*'\))?$/s],
  },
  {
    code: "not-a-function",
    name: TYPE,
    messages: [/^(?<name>.+?) is not a function(?:\. \(In '.*\))?$/s],
  },
  {
    code: "missing-value",
    name: TYPE,
    messages: [
      /^Cannot (?:read|set) properties of (?<value>undefined|null)(?: \((?:reading|setting) '(?<property>.*)'\))?$/,
      /^Cannot destructure property '(?<property>.+?)' of '.*' as it is (?<value>undefined|null)\.$/s,
      /^can't access property "?(?<property>[^"]+)"?, .+ is (?<value>undefined|null)$/s,
      /^can't access property "?(?<property>[^"]+)"? of (?<value>undefined|null)$/,
      /^(?<value>undefined|null) is not an object \(evaluating '[^']*\.(?<property>[\w$]+)(?: = [^']*)?'\)$/,
      /^(?<value>undefined|null) is not an object \(evaluating '.*'\)$/s,
    ],
  },
  {
    code: "constant-assigned",
    name: TYPE,
    messages: [
      /^Assignment to constant variable\.$/,
      /^invalid assignment to const '(?<name>.+)'$/,
      // Safari says this of read-only properties, too.
      /^Attempted to assign to readonly property\.$/,
    ],
  },
  {
    code: "read-only-property",
    name: TYPE,
    messages: [
      /^Cannot assign to read only property '(?<name>.+?)' of object /s,
      /^Cannot set property (?<name>\S+) of .+ which has only a getter$/s,
      /^"(?<name>.+)" is read-only$/,
      /^setting getter-only property "(?<name>.+)"$/,
    ],
  },
  {
    code: "empty-reduce",
    name: TYPE,
    messages: [/^reduce of empty array with no initial value\.?$/i],
  },
  {
    code: "name-before-initialization",
    name: REFERENCE,
    messages: [
      /^Cannot access '(?<name>.+)' before initialization\.?$/,
      /^can't access lexical declaration '(?<name>.+)' before initialization$/,
      /^Cannot access uninitialized variable\.$/,
    ],
  },
  {
    code: "missing-super-call",
    name: REFERENCE,
    messages: [
      /^Must call super constructor in derived class before /,
      /^must call super constructor before using 'this' in derived class constructor$/,
      /^'super\(\)' must be called in derived constructor before /,
    ],
  },
  {
    code: "too-much-recursion",
    name: /^(?:RangeError|InternalError)$/,
    messages: [/^Maximum call stack size exceeded\.?$/, /^too much recursion$/],
  },
  {
    code: "invalid-array-length",
    name: RANGE,
    messages: [
      /^Invalid (?:typed )?array length(?:: .*)?$/i,
      /^Array buffer allocation failed$/,
      /^Array size is not a small enough positive integer\.$/,
    ],
  },
  {
    code: "digits-out-of-range",
    name: RANGE,
    messages: [
      /^to(?:Fixed|Precision|Exponential)\(\) (?:digits )?argument must be between /,
      /^precision -?\d+ out of range$/,
    ],
  },
];

/** Longer messages are no engine's own, or quote too much of the program to be read for names. */
const LONGEST = 500;

/**
 * Recognizes what learners often meet by the engine's words, which differ from browser to browser. The message must
 * already have the reader's names.
 *
 * @returns null for what no rule is sure of
 */
export function engineError(name: string, message: string): EngineError | null {
  if (message.length > LONGEST) return null;
  for (const rule of RULES) {
    if (!rule.name.test(name)) continue;
    for (const pattern of rule.messages) {
      const match = pattern.exec(message);
      if (!match) continue;
      const details: Record<string, string> = {};
      for (const [key, value] of Object.entries(match.groups ?? {})) {
        // Chromium's name for what has none.
        if (value !== undefined) details[key] = value.replaceAll("(intermediate value)", "…");
      }
      return { code: rule.code, details };
    }
  }
  return null;
}

/** Every code that the above can give. */
export const ENGINE_ERROR_CODES: readonly string[] = RULES.map(({ code }) => code);
