import type { Locale } from "@/lib/i18n";

interface KitWords {
  reset: string;
  copyLink: string;
  copied: string;
  /** The browser does not let us copy. */
  inAddressBar: string;
  play: string;
  pause: string;
  step: string;
  back: string;
  toStart: string;
  player: string;
  stepOf(step: number, length: number): string;
}

/** Words of what all figures have. They come with a figure's script, not with every page. */
export const KIT_WORDS: Readonly<Record<Locale, KitWords>> = {
  zh: {
    reset: "复原",
    copyLink: "复制此状态的链接",
    copied: "链接已复制",
    inAddressBar: "链接已写入地址栏",
    play: "播放",
    pause: "暂停",
    step: "下一步",
    back: "上一步",
    toStart: "回到开头",
    player: "逐步播放",
    stepOf: (step, length) => `第 ${step} 步，共 ${length} 步`,
  },
  en: {
    reset: "Reset",
    copyLink: "Copy a link to this state",
    copied: "Link copied",
    inAddressBar: "The link is in the address bar",
    play: "Play",
    pause: "Pause",
    step: "Next step",
    back: "Previous step",
    toStart: "To the start",
    player: "Step by step",
    stepOf: (step, length) => `step ${step} of ${length}`,
  },
};
