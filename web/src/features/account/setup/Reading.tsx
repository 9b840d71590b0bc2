import { chooseNotation, type Notation, prefs, usePrefs } from "@/components/prefs";
import { Segments } from "@/components/ui/Choices";
import { t } from "@/i18n";
import { SampleLine } from "../Sample";

const choices: { notation: Notation; name: "letters" | "numbers" | "solfege" | "german"; line: string }[] = [
  { notation: "letters", name: "letters", line: "When [Am]sorrows like [D7]sea billows [G]roll;" },
  { notation: "nashville", name: "numbers", line: "When [6m]sorrows like [27]sea billows [5]roll;" },
  { notation: "solfege", name: "solfege", line: "When [Lam]sorrows like [Re7]sea billows [Sol]roll;" },
  { notation: "german", name: "german", line: "It is [B]well, [E♭]it is [Hm]well" },
];

function Choice({ choice, on }: { choice: (typeof choices)[number]; on: boolean }) {
  return (
    <label className={on ? "op on" : "op"}>
      <span className="ophead">
        <input
          type="radio"
          name="notation"
          className="sr"
          checked={on}
          onChange={() => chooseNotation(choice.notation)}
        />
        <span className={on ? "rad on" : "rad"} aria-hidden />
        <b>{t(`setup.reading.${choice.name}`)}</b>
        <span className="muted">{t(`setup.reading.${choice.name}.such`)}</span>
      </span>
      <span className="chart" aria-hidden>
        <SampleLine source={choice.line} />
      </span>
    </label>
  );
}

/** How chords and lyrics are set on this device. */
export function Reading() {
  const { notation, clearLetters } = usePrefs();
  return (
    <>
      <fieldset className="opts">
        <legend className="sr">{t("setup.reading.title")}</legend>
        {choices.map((choice) => (
          <Choice key={choice.name} choice={choice} on={choice.notation === notation} />
        ))}
      </fieldset>
      <div className="su-more">
        <span className="label">{t("setup.letters")}</span>
        <Segments
          label={t("setup.letters")}
          value={clearLetters ? "clear" : "book"}
          onChange={(value) => prefs.set({ clearLetters: value === "clear" })}
          options={[
            { value: "book", label: <span className="serif">{t("setup.letters.book")}</span> },
            { value: "clear", label: <span className="clear-face">{t("setup.letters.clear")}</span> },
          ]}
        />
        <p className="help">{t("setup.letters.help")}</p>
      </div>
    </>
  );
}
