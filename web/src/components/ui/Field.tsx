import { CircleAlert } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";

export interface FieldProps extends Omit<ComponentProps<"input">, "ref"> {
  label: string;
  help?: string;
  /** What is wrong, in words. */
  error?: string;
  before?: ReactNode;
  after?: ReactNode;
}

/** The words under a field: help, or what is wrong. */
export function FieldNote({ id, help, error }: { id: string; help?: string; error?: string }) {
  if (error)
    return (
      <p className="help bad" id={id}>
        <CircleAlert className="i sm" aria-hidden />
        {error}
      </p>
    );
  return help ? (
    <p className="help" id={id}>
      {help}
    </p>
  ) : null;
}

/** One line of text with a visible label. */
export function Field({ label, help, error, before, after, className = "", ...rest }: FieldProps) {
  const id = useId();
  const note = `${id}-note`;
  return (
    <div className={`fieldset ${className}`}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className={error ? "field bad" : "field"}>
        {before}
        <input
          {...rest}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || help ? note : undefined}
        />
        {after}
      </div>
      <FieldNote id={note} help={help} error={error} />
    </div>
  );
}

export interface TextAreaProps extends ComponentProps<"textarea"> {
  label: string;
  help?: string;
  error?: string;
}

export function TextArea({ label, help, error, className = "", ...rest }: TextAreaProps) {
  const id = useId();
  return (
    <div className={`fieldset ${className}`}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <textarea
        rows={3}
        {...rest}
        id={id}
        className={error ? "field area bad" : "field area"}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || help ? `${id}-note` : undefined}
      />
      <FieldNote id={`${id}-note`} help={help} error={error} />
    </div>
  );
}

export interface SelectProps extends Omit<ComponentProps<"select">, "onChange"> {
  label: string;
  help?: string;
  error?: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
}

export function Select({ label, help, error, options, onChange, className = "", ...rest }: SelectProps) {
  const id = useId();
  return (
    <div className={`fieldset ${className}`}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <select
        {...rest}
        id={id}
        className={error ? "field bad" : "field"}
        onChange={(e) => onChange(e.target.value)}
        aria-describedby={error || help ? `${id}-note` : undefined}
      >
        {options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
      <FieldNote id={`${id}-note`} help={help} error={error} />
    </div>
  );
}
