import { Field, TextArea } from "@/components/ui/Field";
import { t } from "@/i18n";
import { type FormProps, lines } from "./form";
import { Cell, RowsField } from "./RowsField";

/** What the song is found by. */
export function FindingFacts({ draft, set, errors }: FormProps) {
  return (
    <fieldset>
      <legend className="h-sec">{t("editor.facts.finding")}</legend>
      <RowsField
        label={t("field.tags")}
        rows={draft.tags}
        empty={{ group: "theme", name: "" }}
        error={errors.tags}
        onChange={(tags) => set({ tags })}
      >
        {(row, change) => (
          <>
            <Cell small label={t("editor.tag.group")} value={row.group} onChange={(group) => change({ group })} />
            <Cell label={t("editor.tag.name")} value={row.name} onChange={(name) => change({ name })} />
          </>
        )}
      </RowsField>
      <RowsField
        label={t("field.songbooks")}
        rows={draft.songbooks}
        empty={{ book: "", number: "" }}
        error={errors.songbooks}
        onChange={(songbooks) => set({ songbooks })}
      >
        {(row, change) => (
          <>
            <Cell label={t("editor.book")} value={row.book} onChange={(book) => change({ book })} />
            <Cell small label={t("editor.book.number")} value={row.number} onChange={(number) => change({ number })} />
          </>
        )}
      </RowsField>
      <TextArea
        label={t("field.scripture")}
        help={t("editor.lines.help")}
        rows={2}
        value={draft.scripture.join("\n")}
        error={errors.scripture}
        onChange={(e) => set({ scripture: lines(e.target.value) })}
      />
      <Field
        label={t("field.language")}
        help={t("editor.language.help")}
        value={draft.language}
        error={errors.language}
        onChange={(e) => set({ language: e.target.value.trim() })}
      />
    </fieldset>
  );
}

export function MoreFacts({ draft, set, errors }: FormProps) {
  return (
    <fieldset>
      <legend className="h-sec">{t("editor.facts.more")}</legend>
      <TextArea
        label={t("field.notes")}
        rows={4}
        value={draft.notes}
        error={errors.notes}
        onChange={(e) => set({ notes: e.target.value })}
      />
      <RowsField
        label={t("field.links")}
        rows={draft.links}
        empty={{ label: "", url: "" }}
        error={errors.links}
        onChange={(links) => set({ links })}
      >
        {(row, change) => (
          <>
            <Cell small label={t("editor.link.label")} value={row.label} onChange={(label) => change({ label })} />
            <Cell label={t("editor.link.url")} type="url" value={row.url} onChange={(url) => change({ url })} />
          </>
        )}
      </RowsField>
    </fieldset>
  );
}
