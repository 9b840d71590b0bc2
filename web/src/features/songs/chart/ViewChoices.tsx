import { chooseNotation, type Notation, prefs, usePrefs } from "@/components/prefs";
import { Switch } from "@/components/ui/Choices";
import { Select } from "@/components/ui/Field";
import { type MessageKey, t } from "@/i18n";

export const notations: { value: Notation; label: MessageKey }[] = [
  { value: "letters", label: "notation.letters" },
  { value: "nashville", label: "notation.nashville" },
  { value: "roman", label: "notation.roman" },
  { value: "solfege", label: "notation.solfege" },
  { value: "german", label: "notation.german" },
  { value: "words", label: "notation.words" },
];

/** Everything about how charts look on this device. */
export function ViewChoices() {
  const p = usePrefs();
  return (
    <div className="pop-form">
      <Select
        label={t("chart.notation")}
        value={p.notation}
        options={notations.map((n) => ({ value: n.value, label: t(n.label) }))}
        onChange={(value) => chooseNotation(value as Notation)}
      />
      <Switch
        label={t("chart.two_columns")}
        checked={p.columns === 2}
        onChange={(on) => prefs.set({ columns: on ? 2 : 1 })}
      />
      <Switch label={t("chart.write_out")} checked={p.writeOut} onChange={(on) => prefs.set({ writeOut: on })} />
      <Switch label={t("chart.clear")} checked={p.clearLetters} onChange={(on) => prefs.set({ clearLetters: on })} />
      <Switch label={t("chart.spoken")} checked={p.readChords} onChange={(on) => prefs.set({ readChords: on })} />
    </div>
  );
}
