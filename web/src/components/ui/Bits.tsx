import { X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { isMac } from "../shortcuts";

/** A filter. With `onClear` it is on: tinted, with a cross. */
export function Chip({ on, children, ...rest }: ComponentProps<"button"> & { on?: boolean }) {
  return (
    <button type="button" {...rest} className={on ? "chip on" : "chip"}>
      {children}
      {on && <X className="i" aria-hidden />}
    </button>
  );
}

/** Initials on a quiet tint; the tint follows from the name unless a colour (a hue, 0–360) is given. */
export function Avatar({ name, hue, size = "" }: { name: string; hue?: string; size?: "" | "sm" | "lg" }) {
  return (
    <span
      className={`av ${size}`}
      style={{ "--h": /^\d+$/.test(hue ?? "") ? hue : hueOf(name) } as React.CSSProperties}
      aria-hidden
    >
      {initials(name)}
    </span>
  );
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? "";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toUpperCase();
}

export function hueOf(name: string): string {
  let sum = 7;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return String(sum);
}

const symbols: Record<string, string> = {
  mod: isMac ? "⌘" : "Ctrl",
  alt: isMac ? "⌥" : "Alt",
  shift: "Shift",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  enter: "Enter",
  escape: "Esc",
  space: "Space",
  delete: "Del",
};

/** Keys as they stand on the keyboard: "mod+k", "g s". Of alternatives ("j,arrowdown") the last is shown. */
export function Kbd({ keys }: { keys: string }) {
  const combo = keys.split(",").at(-1) ?? "";
  const caps = combo.split(/[+ ]/).map((part) => symbols[part] ?? (part.length > 1 ? part : part.toUpperCase()));
  return (
    <span className="keys kh" aria-hidden>
      {(caps.length && caps[0] !== "" ? caps : ["+"]).map((cap, i) => (
        <kbd key={i}>{cap}</kbd>
      ))}
    </span>
  );
}

/** A condition, not an event: one at a time, at the top of the sheet. */
export function Banner({
  danger,
  icon,
  children,
  action,
}: {
  danger?: boolean;
  icon?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={danger ? "banner danger" : "banner"} role="status">
      {icon}
      <span className="grow">{children}</span>
      {action}
    </div>
  );
}

/** Words with the found parts marked. */
export function Marked({ parts }: { parts: { text: string; hit?: boolean }[] }) {
  return parts.map((p, i) =>
    p.hit ? (
      <mark className="mk" key={i}>
        {p.text}
      </mark>
    ) : (
      p.text
    ),
  );
}
