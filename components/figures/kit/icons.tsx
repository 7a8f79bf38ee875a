import type { ReactNode } from "react";

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="currentColor">
      {children}
    </svg>
  );
}

export const PlayIcon = () => (
  <Icon>
    <path d="M4.5 2.6v10.8a.6.6 0 0 0 .92.5l8.3-5.4a.6.6 0 0 0 0-1L5.42 2.1a.6.6 0 0 0-.92.5Z" />
  </Icon>
);

export const PauseIcon = () => (
  <Icon>
    <rect x="3.5" y="2.5" width="3.4" height="11" rx="0.8" />
    <rect x="9.1" y="2.5" width="3.4" height="11" rx="0.8" />
  </Icon>
);

export const StepIcon = () => (
  <Icon>
    <path d="M3.5 3.4v9.2a.5.5 0 0 0 .78.42l6.6-4.6a.5.5 0 0 0 0-.83l-6.6-4.6a.5.5 0 0 0-.78.41Z" />
    <rect x="11.6" y="3" width="1.9" height="10" rx="0.6" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path d="M12.5 3.4v9.2a.5.5 0 0 1-.78.42l-6.6-4.6a.5.5 0 0 1 0-.83l6.6-4.6a.5.5 0 0 1 .78.41Z" />
    <rect x="2.5" y="3" width="1.9" height="10" rx="0.6" />
  </Icon>
);

export const StartIcon = () => (
  <Icon>
    <path d="M13.6 3.9v8.2a.5.5 0 0 1-.79.41L7.9 9.1v3a.5.5 0 0 1-.79.41L1.3 8.4a.5.5 0 0 1 0-.82L7.1 3.5a.5.5 0 0 1 .79.41v3l4.92-3.43a.5.5 0 0 1 .79.42Z" />
  </Icon>
);

export const ResetIcon = () => (
  <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true" fill="none" stroke="currentColor">
    <path
      d="M3 8a5 5 0 1 0 1.6-3.65M3 2.2v3h3"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);

export const LinkIcon = () => (
  <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true" fill="none" stroke="currentColor">
    <path
      d="M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.2-2.2a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.4 8.9a2.6 2.6 0 0 0 3.7 3.7l.8-.8"
      strokeWidth="1.5"
      strokeLinecap="round"
    />
  </svg>
);
