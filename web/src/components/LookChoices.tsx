import { t } from "@/i18n";
import { prefs, type TextSize, type Theme, usePrefs } from "./prefs";
import { Segments } from "./ui/Choices";

/** Colours and text size on this device. */
export function LookChoices() {
  const { theme, text } = usePrefs();
  return (
    <div className="look">
      <span className="label">{t("look.theme")}</span>
      <Segments<Theme>
        label={t("look.theme")}
        value={theme}
        onChange={(value) => prefs.set({ theme: value })}
        options={[
          { value: "system", label: t("look.theme.system") },
          { value: "light", label: t("look.theme.light") },
          { value: "dark", label: t("look.theme.dark") },
        ]}
      />
      <span className="label">{t("look.text")}</span>
      <Segments<TextSize>
        label={t("look.text")}
        value={text}
        onChange={(value) => prefs.set({ text: value })}
        options={[
          { value: "normal", label: t("look.text.normal") },
          { value: "large", label: t("look.text.large") },
          { value: "larger", label: t("look.text.larger") },
        ]}
      />
    </div>
  );
}
