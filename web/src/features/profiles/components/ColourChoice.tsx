import { Avatar } from "@/components/ui/Bits";
import { t } from "@/i18n";

const hues = [
  { hue: "20", name: "red" },
  { hue: "50", name: "orange" },
  { hue: "90", name: "yellow" },
  { hue: "125", name: "lime" },
  { hue: "150", name: "green" },
  { hue: "190", name: "teal" },
  { hue: "225", name: "sky" },
  { hue: "252", name: "blue" },
  { hue: "290", name: "violet" },
  { hue: "335", name: "pink" },
] as const;

function Swatch(props: { name: string; hue: string; label: string; on: boolean; onPick: () => void }) {
  return (
    <label className={props.on ? "hue on" : "hue"} title={props.label}>
      <input type="radio" name="colour" className="sr" checked={props.on} onChange={props.onPick} />
      <Avatar name={props.name || "?"} hue={props.hue} />
      <span className="sr">{props.label}</span>
    </label>
  );
}

/** The tint behind a person's initials; without a choice it follows from the name. */
export function ColourChoice({
  name,
  value,
  onChange,
}: {
  name: string;
  value: string;
  onChange: (hue: string) => void;
}) {
  const known = value === "" || hues.some((one) => one.hue === value);
  return (
    <fieldset className="hues">
      <legend className="label">{t("person.colour")}</legend>
      <Swatch name={name} hue="" label={t("person.colour.auto")} on={value === ""} onPick={() => onChange("")} />
      {!known && <Swatch name={name} hue={value} label={t("person.colour.own")} on onPick={() => onChange(value)} />}
      {hues.map((one) => (
        <Swatch
          key={one.hue}
          name={name}
          hue={one.hue}
          label={t(`colour.${one.name}`)}
          on={value === one.hue}
          onPick={() => onChange(one.hue)}
        />
      ))}
    </fieldset>
  );
}
