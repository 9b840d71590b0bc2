import type { ProfileDisplay } from "@/api/types";
import { Check, Segments } from "@/components/ui/Choices";
import { Field, Select, TextArea } from "@/components/ui/Field";
import { t } from "@/i18n";
import type { PersonDraft } from "../person";
import { ColourChoice } from "./ColourChoice";

interface FieldsProps {
  draft: PersonDraft;
  errors: Record<string, string>;
  onChange: (change: Partial<PersonDraft>) => void;
}

const notations = ["letters", "capo", "nashville", "roman", "solfege", "german"] as const;
const sizes = ["0.85", "1", "1.25", "1.5", "2"] as const;
const themes = ["light", "dark", "stage"] as const;

/** Who it is and what they do. */
export function PersonFields({ draft, errors, onChange }: FieldsProps) {
  return (
    <div className="form">
      <Field
        label={t("person.name")}
        value={draft.name}
        required
        maxLength={120}
        autoFocus
        autoComplete="off"
        onChange={(e) => onChange({ name: e.target.value })}
        error={errors.name}
      />
      <div>
        <span className="label">{t("person.kind")}</span>
        <Segments
          label={t("person.kind")}
          value={draft.kind}
          onChange={(kind) => onChange({ kind })}
          options={(["leader", "singer", "musician"] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      </div>
      <Field
        label={t("person.instruments")}
        help={t("person.instruments.help")}
        value={draft.instruments}
        autoComplete="off"
        onChange={(e) => onChange({ instruments: e.target.value })}
        error={errors.instruments}
      />
      <TextArea
        label={t("person.notes")}
        value={draft.notes}
        maxLength={10000}
        onChange={(e) => onChange({ notes: e.target.value })}
        error={errors.notes}
      />
      <ColourChoice name={draft.name} value={draft.colour} onChange={(colour) => onChange({ colour })} />
    </div>
  );
}

function options<T extends string>(values: readonly T[], label: (value: T) => string) {
  return [{ value: "", label: t("display.device") }, ...values.map((value) => ({ value, label: label(value) }))];
}

/** How this person likes to read a chart, on every device that is theirs. */
export function DisplayFields({ draft, onChange }: FieldsProps) {
  const { display } = draft;
  const set = (change: ProfileDisplay) => onChange({ display: { ...display, ...change } });
  return (
    <details className="more-fields">
      <summary>{t("person.display")}</summary>
      <div className="form">
        <div className="two">
          <Select
            label={t("display.notation")}
            value={display.notation}
            options={options(notations, (value) => t(`display.notation.${value}`))}
            onChange={(notation) => set({ notation })}
          />
          <Select
            label={t("display.text")}
            value={display.text_size ? String(display.text_size) : ""}
            options={options(sizes, (value) => t(`display.text.${value}`))}
            onChange={(size) => set({ text_size: Number(size) })}
          />
          <Select
            label={t("display.columns")}
            value={display.columns ? String(display.columns) : ""}
            options={options(["1", "2"], (value) => t(`display.columns.${value}`))}
            onChange={(columns) => set({ columns: Number(columns) })}
          />
          <Select
            label={t("display.theme")}
            value={display.theme}
            options={options(themes, (value) => t(`display.theme.${value}`))}
            onChange={(theme) => set({ theme })}
          />
        </div>
        <Check label={t("display.words")} checked={display.words_only} onChange={(words_only) => set({ words_only })} />
      </div>
    </details>
  );
}
