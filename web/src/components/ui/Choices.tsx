import { Check as CheckMark } from "lucide-react";
import type { ReactNode } from "react";

export interface Option<T extends string | number> {
  value: T;
  label: ReactNode;
}

/** Two to four choices that change the view at once. */
export function Segments<T extends string | number>(props: {
  label: string;
  value: T;
  options: Option<T>[];
  onChange: (value: T) => void;
}) {
  return (
    <div className="seg" role="group" aria-label={props.label}>
      {props.options.map((o) => (
        <button
          key={o.value}
          type="button"
          aria-pressed={o.value === props.value}
          onClick={() => props.onChange(o.value)}
        >
          {o.label}
        </button>
      ))}
    </div>
  );
}

/** A box that waits for the form it stands in. */
export function Check(props: {
  label: ReactNode;
  hidden?: boolean;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label className="checkline">
      <input
        type="checkbox"
        className="sr"
        checked={props.checked}
        onChange={(e) => props.onChange(e.target.checked)}
      />
      <span className={props.checked ? "check on" : "check"} aria-hidden>
        {props.checked && <CheckMark className="i" />}
      </span>
      <span className={props.hidden ? "sr" : undefined}>{props.label}</span>
    </label>
  );
}

/** A switch acts at once. */
export function Switch(props: { label: ReactNode; checked: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="checkline">
      <input
        type="checkbox"
        role="switch"
        className="sr"
        checked={props.checked}
        onChange={(e) => props.onChange(e.target.checked)}
      />
      <span className="grow">{props.label}</span>
      <i className={props.checked ? "tog on" : "tog"} aria-hidden />
    </label>
  );
}
