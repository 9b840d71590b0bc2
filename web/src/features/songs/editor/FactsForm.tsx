import type { AuthorRole } from "@/api/types";
import { Check, Segments } from "@/components/ui/Choices";
import { Field, TextArea } from "@/components/ui/Field";
import { t } from "@/i18n";
import type { SongDraft } from "./draft";
import { Cell, RowsField } from "./RowsField";

export interface FormProps {
  draft: SongDraft;
  set: (part: Partial<SongDraft>) => void;
  errors: Record<string, string>;
}

const roles: AuthorRole[] = ["words", "music", "both", "translation", "arranger"];

function lines(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}

function Names({ draft, set, errors }: FormProps) {
  return (
    <fieldset>
      <legend className="h-sec">{t("editor.facts.names")}</legend>
      <Field
        label={t("field.title")}
        value={draft.title}
        error={errors.title}
        maxLength={250}
        required
        onChange={(e) => set({ title: e.target.value })}
      />
      <TextArea
        label={t("field.aliases")}
        help={t("editor.lines.help")}
        rows={2}
        value={draft.aliases.join("\n")}
        error={errors.aliases}
        onChange={(e) => set({ aliases: lines(e.target.value) })}
      />
      <div className="two">
        <Field
          label={t("field.tune")}
          value={draft.tune}
          error={errors.tune}
          onChange={(e) => set({ tune: e.target.value })}
        />
        <Field
          label={t("field.year")}
          inputMode="numeric"
          value={draft.year || ""}
          error={errors.year}
          onChange={(e) => set({ year: Number(e.target.value.replace(/\D/g, "").slice(0, 4)) })}
        />
      </div>
    </fieldset>
  );
}

function People({ draft, set, errors }: FormProps) {
  return (
    <fieldset>
      <legend className="h-sec">{t("editor.facts.people")}</legend>
      <RowsField
        label={t("editor.authors")}
        rows={draft.authors}
        empty={{ name: "", role: "words" as AuthorRole }}
        error={errors.authors}
        onChange={(authors) => set({ authors })}
      >
        {(row, change) => (
          <>
            <Cell label={t("editor.author.name")} value={row.name} onChange={(name) => change({ name })} />
            <select
              className="field"
              aria-label={t("editor.author.role")}
              value={row.role}
              onChange={(e) => change({ role: e.target.value as AuthorRole })}
            >
              {roles.map((role) => (
                <option key={role} value={role}>
                  {t(`role.${role}`)}
                </option>
              ))}
            </select>
          </>
        )}
      </RowsField>
    </fieldset>
  );
}

function Rights({ draft, set, errors }: FormProps) {
  return (
    <fieldset>
      <legend className="h-sec">{t("editor.facts.rights")}</legend>
      <Check
        label={t("field.public_domain")}
        checked={draft.public_domain}
        onChange={(on) => set({ public_domain: on })}
      />
      <Field
        label={t("field.copyright")}
        value={draft.copyright}
        error={errors.copyright}
        onChange={(e) => set({ copyright: e.target.value })}
      />
      <Field
        label={t("field.ccli_song_number")}
        inputMode="numeric"
        value={draft.ccli_song_number}
        error={errors.ccli_song_number}
        onChange={(e) => set({ ccli_song_number: e.target.value })}
      />
      <div>
        <span className="label">{t("field.visibility")}</span>
        <Segments
          label={t("field.visibility")}
          value={draft.visibility}
          onChange={(visibility) => set({ visibility })}
          options={[
            { value: "public", label: t("editor.visibility.public") },
            { value: "members", label: t("editor.visibility.members") },
          ]}
        />
      </div>
    </fieldset>
  );
}

function Finding({ draft, set, errors }: FormProps) {
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

function More({ draft, set, errors }: FormProps) {
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

/** What is known of a song besides its charts. */
export function FactsForm(props: FormProps) {
  return (
    <div className="scroll facts-form">
      <Names {...props} />
      <People {...props} />
      <Rights {...props} />
      <Finding {...props} />
      <More {...props} />
    </div>
  );
}
