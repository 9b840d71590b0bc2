export function Logo() {
  return (
    <svg viewBox="0 0 26 26" aria-hidden="true">
      <rect x="2" y="1.5" width="22" height="23" rx="3.5" fill="none" stroke="var(--ink)" strokeWidth="1.75" />
      <path d="M2.5 9.2h21M2.5 16.8h21" stroke="var(--ink)" strokeWidth="1.4" />
      <rect x="6" y="4" width="5" height="3.2" rx=".8" fill="var(--rubric)" />
      <rect x="6" y="11.4" width="8.5" height="3.2" rx=".8" fill="var(--ink)" />
      <rect x="6" y="19" width="6.5" height="3.2" rx=".8" fill="var(--ink)" />
    </svg>
  );
}
