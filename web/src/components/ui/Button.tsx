import { LoaderCircle, type LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";

export interface ButtonProps extends ComponentProps<"button"> {
  look?: "plain" | "pri" | "quiet" | "live";
  big?: boolean;
  danger?: boolean;
  icon?: LucideIcon;
  /** The verb while it works, such as "Saving". The button keeps its width and cannot be pressed again. */
  busy?: string | false;
}

export function buttonClass({ look = "plain", big, danger, iconOnly }: Partial<ButtonProps> & { iconOnly?: boolean }) {
  return ["btn", look !== "plain" && look, big && "big", danger && "danger", iconOnly && "icon"]
    .filter(Boolean)
    .join(" ");
}

/** A button with words, and perhaps an icon before them. */
export function Button({ look, big, danger, icon: Icon, busy, className = "", children, ...rest }: ButtonProps) {
  const Mark = busy ? LoaderCircle : Icon;
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.disabled || Boolean(busy)}
      className={`${buttonClass({ look, big, danger })}${busy ? " busy" : ""} ${className}`}
    >
      {Mark && <Mark className={busy ? "i spin" : "i"} aria-hidden />}
      <span className="t">{busy || children}</span>
    </button>
  );
}

/** A button that shows only an icon; `label` names it. */
export function IconButton({
  label,
  icon: Icon,
  look = "quiet",
  danger,
  className = "",
  ...rest
}: Omit<ButtonProps, "busy" | "big"> & { label: string; icon: LucideIcon }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={`${buttonClass({ look, danger, iconOnly: true })} ${className}`}
    >
      <Icon className="i" aria-hidden />
    </button>
  );
}
