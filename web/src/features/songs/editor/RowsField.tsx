import { Plus, X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Button, IconButton } from "@/components/ui/Button";
import { FieldNote } from "@/components/ui/Field";
import { t } from "@/i18n";

export interface RowsFieldProps<T> {
  label: string;
  rows: T[];
  empty: T;
  error?: string;
  onChange: (rows: T[]) => void;
  children: (row: T, set: (part: Partial<T>) => void, index: number) => ReactNode;
}

/** Several lines of the same few fields. */
export function RowsField<T>({ label, rows, empty, error, onChange, children }: RowsFieldProps<T>) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className="rows-field">
      <span className="label" id={id}>
        {label}
      </span>
      {rows.map((row, i) => (
        <div className="rows-line" key={i}>
          {children(row, (part) => onChange(rows.map((r, j) => (j === i ? { ...r, ...part } : r))), i)}
          <IconButton
            icon={X}
            label={t("editor.rows.remove", { number: i + 1 })}
            onClick={() => onChange(rows.filter((_, j) => j !== i))}
          />
        </div>
      ))}
      <Button look="quiet" icon={Plus} onClick={() => onChange([...rows, empty])}>
        {t("editor.rows.add")}
      </Button>
      <FieldNote id={`${id}-note`} error={error} />
    </div>
  );
}

/** A field inside a line: its label is for the ear, the group's heading for the eye. */
export function Cell(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: string;
  small?: boolean;
}) {
  return (
    <div className={props.small ? "field small" : "field"}>
      <input
        aria-label={props.label}
        placeholder={props.label}
        type={props.type}
        value={props.value}
        maxLength={2000}
        onChange={(e) => props.onChange(e.target.value)}
      />
    </div>
  );
}
