import type { AuthorRole } from "@/api/types";
import { Check, Segments } from "@/components/ui/Choices";
import { Field, TextArea } from "@/components/ui/Field";
import { t } from "@/i18n";
import { type FormProps, lines } from "./form";
import { FindingFacts, MoreFacts } from "./MoreFacts";
import { Cell, RowsField } from "./RowsField";

const roles: AuthorRole[] = ["words", "music", "both", "translation", "arranger"];

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

/** What is known of a song besides its charts. */
export function FactsForm(props: FormProps) {
  return (
    <div className="scroll facts-form">
      <Names {...props} />
      <People {...props} />
      <Rights {...props} />
      <FindingFacts {...props} />
      <MoreFacts {...props} />
    </div>
  );
}
